"""The tables of the knowledge base.

Days are text as precise as their source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, never padded; "" is unknown. `term.seen` is
the last day on which the source was seen to list an open term: after it nobody knows.
"""

from __future__ import annotations

#: The version of the tables and of what was put into them; it rises with either.
VERSION = "3"

SCHEMA = """
create table meta (source text, licence text, date text, sha256 text) strict;
create table entity (id integer primary key, ref text, qid text, kind text, label text, iso3 text, sector text,
    gender text, size text) strict;
create table name (key text, entity integer, form text, kind text, since text, until text,
    primary key (key, entity, form)) strict, without rowid;
create table code (entity integer, scheme text, value text, primary key (entity, scheme, value)) strict, without rowid;
create table office (id integer primary key, iso3 text, title text, key text) strict;
create table term (entity integer, office integer, since text, until text, seen text, source text,
    primary key (entity, office, since)) strict, without rowid;
create table member (organisation integer, iso3 text, status text, since text, until text, seen text) strict;
create table family (a integer, b integer, relation text, primary key (a, b, relation)) strict, without rowid;
create table coverage (iso3 text, layer text, until text, primary key (iso3, layer)) strict, without rowid;
create table role (title text primary key, sector text) strict, without rowid;
create index name_of on name (entity);
create index office_of on office (iso3, key);
create index term_of on term (office);
create index member_of on member (organisation);
create index entity_qid on entity (qid) where qid is not null;
"""
