"""Reports meet: sources, entities, dates, events, figures, statements, discrepancies."""
