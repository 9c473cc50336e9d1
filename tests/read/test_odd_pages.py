"""Pages of odd kinds: blocks with their roles, by how each begins."""

from inspect import cleandoc

import pytest

from consilience.read.documents import make_document
from consilience.read.page import Page

#: The page, and its blocks in order: role, and how the block begins.
PAGES = {
    "a wire in set lines that stand in": (
        """
            ZNA 0412 3 i 0455 QUAKE-DEMBE

            Strong quake shakes Dembe valley, 14 hurt

            DEMBE, Avenna, June 7 (ZNA) - A strong earthquake shook the Dembe
            valley before dawn on Monday and hurt at least 14 people, the civil
            defence office said, as neighbours dug with their hands for a family
            thought to be under a fallen wall.
                The quake, of magnitude 5.9, was felt in the capital, 140 km away.
                "We ran out in our night clothes," said Dora Linn, 44, who keeps a
            bakery in the old town.
                Power was cut to 9,000 homes.
                (Reporting by Ivo Hart; editing by Lena Sorr)
             ZNA 0455 070621 GMT
        """,
        """
            metadata: ZNA 0412 3 i 0455 QUAKE-DEMBE
            headline: Strong quake shakes Dembe valley,
            dateline: DEMBE, Avenna, June 7 (ZNA) -
            body: A strong earthquake shook the Demb
            body: The quake, of magnitude 5.9, was f
            body: "We ran out in our night clothes,"
            body: Power was cut to 9,000 homes.
            credit: (Reporting by Ivo Hart; editing by
            metadata: ZNA 0455 070621 GMT
        """,
    ),
    "a sentence a line": (
        """
            Parliament of Avenna votes down budget
            The parliament of Avenna voted down the budget on Tuesday by 61 votes to 58.
            Prime Minister Goran Pell said he would put it to the vote again within ten days.
            Three members of his own party had stayed away.
            The opposition asked for new elections.
            "Nobody believes these numbers," its leader, Anna Dray, told the house.
        """,
        """
            headline: Parliament of Avenna votes down bu
            body: The parliament of Avenna voted dow
            body: Prime Minister Goran Pell said he
            body: Three members of his own party had
            body: The opposition asked for new elect
            body: "Nobody believes these numbers," i
        """,
    ),
    "a live blog with its key events": (
        """
            Flooding in Orl: live updates
            Follow our live coverage
            LIVE
            Last updated 2 minutes ago

            KEY EVENTS
            18.42
            Mayor: all bridges closed
            17.05
            Army sends 200 soldiers

            18.42 CEST
            Mayor: all bridges closed
            All bridges over the Yar are closed until morning, Mayor Ilka Marn has said.
            Updated at 18.50 CEST
            Share on Facebook
            Share on Twitter

            17.05 CEST
            Army sends 200 soldiers
            The army is sending 200 soldiers to the east of Orl, the defence ministry says in a statement.
            They are expected by nightfall.
        """,
        """
            headline: Flooding in Orl: live updates
            navigation: Follow our live coverage
            link: LIVE
            metadata: Last updated 2 minutes ago
            metadata: KEY EVENTS
            metadata: 18.42
            crosshead: Mayor: all bridges closed
            metadata: 17.05
            crosshead: Army sends 200 soldiers
            metadata: 18.42 CEST
            crosshead: Mayor: all bridges closed
            body: All bridges over the Yar are close
            metadata: Updated at 18.50 CEST
            navigation: Share on Facebook
            navigation: Share on Twitter
            metadata: 17.05 CEST
            crosshead: Army sends 200 soldiers
            body: The army is sending 200 soldiers t
            body: They are expected by nightfall.
        """,
    ),
    "a newsletter": (
        """
            Good morning. It's Thursday, May 4. Here is what you need to know.

            THE BIG STORY

            The bridge over the Yar will not be rebuilt before winter, Transport Minister Ilka Marn said on Wednesday.

            WHAT ELSE

            • Police in Harlin arrested two dockers after a scuffle at gate 4.
            • The price of bread rose by 6 percent in April.

            Thanks for reading. Was this email forwarded to you? Sign up here.
            You are receiving this email because you signed up for Morning Briefing.
            Unsubscribe | Manage preferences
        """,
        """
            dateline: Good morning. It's Thursday, May 4
            body: Here is what you need to know.
            crosshead: THE BIG STORY
            body: The bridge over the Yar will not b
            crosshead: WHAT ELSE
            body: • Police in Harlin arrested two do
            body: • The price of bread rose by 6 per
            navigation: Thanks for reading. Was this email
            navigation: You are receiving this email becau
            navigation: Unsubscribe | Manage preferences
        """,
    ),
    "a transcript": (
        """
            TRANSCRIPT: Mayor Ilka Marn speaks to reporters in Orl
            May 5, 2023

            REPORTER: When will the bridge be open?

            MARN: Not before winter. We have eleven wagons in the river, and we will take them out one at a time.

            REPORTER: Who pays?

            MARN: The state pays. I have the word of the prime minister.

            [END OF TRANSCRIPT]
        """,
        """
            headline: TRANSCRIPT: Mayor Ilka Marn speaks
            metadata: May 5, 2023
            body: REPORTER: When will the bridge be
            body: MARN: Not before winter. We have e
            body: REPORTER: Who pays?
            body: MARN: The state pays. I have the w
            metadata: [END OF TRANSCRIPT]
        """,
    ),
    "a news site with counters": (
        """
            Kelm Post
            Home > News > Region

            Divers find second anchor off Kelm

            By Rosa Till and Ivo Hart
            Kelm Post staff
            May 9, 2023 at 4:10 p.m. EDT

            Listen
            3 min
            Share
            Comment
            83

            Divers found a second anchor off Kelm on Tuesday, nine days after the ferry ran aground, the coast guard said.

            Advertisement
            Story continues below advertisement

            "It is older than the town," said Bo Ek, who leads the divers.

            Sign up for the Region newsletter, in your inbox every Friday

            The museum of Kelm will show it in June.

            Rosa Till covers the coast for the Kelm Post.
            Most read
            1 Why bread got dearer
            2 Five ports to watch this year
        """,
        """
            metadata: Kelm Post
            navigation: Home > News > Region
            headline: Divers find second anchor off Kelm
            byline: By Rosa Till and Ivo Hart
            crosshead: Kelm Post staff
            metadata: May 9, 2023 at 4:10 p.m. EDT
            link: Listen
            link: 3 min
            navigation: Share
            metadata: Comment
            metadata: 83
            body: Divers found a second anchor off K
            navigation: Advertisement
            navigation: Story continues below advertisemen
            body: "It is older than the town," said
            navigation: Sign up for the Region newsletter,
            body: The museum of Kelm will show it in
            byline: Rosa Till covers the coast for the
            link: Most read
            link: 1 Why bread got dearer
            metadata: 2 Five ports to watch this year
        """,
    ),
    "an urgent wire": (
        """
            URGENT
            Avenna-government-resign

            Government of Avenna resigns -state TV

            HARLIN, Feb 6 (ZNA) -- The government of Avenna resigned on Thursday, state television said.

            MORE TO FOLLOW
        """,
        """
            metadata: URGENT
            metadata: Avenna-government-resign
            headline: Government of Avenna resigns -stat
            dateline: HARLIN, Feb 6 (ZNA) --
            body: The government of Avenna resigned
            metadata: MORE TO FOLLOW
        """,
    ),
    "a thread": (
        """
            Orl Fire Brigade @orlfire · 2h
            1/3 The fire at the mill in Orl is under control. Two firefighters were treated for smoke.
            2/3 The road to Dembe stays closed until noon.
            3/3 We thank the neighbours for the coffee.
            14 replies 230 retweets 1.1K likes
        """,
        """
            navigation: Orl Fire Brigade @orlfire · 2h
            body: 1/3 The fire at the mill in Orl is
            body: 2/3 The road to Dembe stays closed
            body: 3/3 We thank the neighbours for th
            metadata: 14 replies 230 retweets 1.1K likes
        """,
    ),
    "a newspaper page in set lines": (
        """
            THE NORTHERN STAR
            Vol. XII No. 44                                            Saturday, 8 February 2020                                            Price 2.50

            MINISTER PELL IS GONE
            --------------------------------

                 FINANCE Minister Goran Pell resigned on Thursday, hours
            before parliament was to vote on him. The news was met with
            silence in his party and with car horns in the streets of the
            capital.
                 His successor, Anna Dray, was sworn in on Friday night at
            a ceremony of eleven minutes.

                                                        Continued on page 4
        """,
        """
            metadata: THE NORTHERN STAR
            metadata: Vol. XII No. 44 Saturday, 8 Februa
            headline: MINISTER PELL IS GONE
            metadata: --------------------------------
            body: FINANCE Minister Goran Pell resign
            body: His successor, Anna Dray, was swor
            metadata: Continued on page 4
        """,
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_blocks_of_odd_pages_have_their_roles(name):
    text, wanted = (cleandoc(part) for part in PAGES[name])

    document = make_document(Page(path="a.txt", text=text))

    found = [(s.role, " ".join(document.text[s.start : s.end].split())) for s in document.segments]
    told = [line.split(": ", 1) for line in wanted.splitlines()]
    assert [role for role, _ in found] == [role for role, _ in told]
    assert all(words.startswith(beginning) for (_, words), (_, beginning) in zip(found, told, strict=True))


def test_a_pull_quote_is_no_paragraph():
    quote = "We could see the lights, and we could not stop."
    page = Page(
        path="a.txt",
        text=f"The last boat out of Yar\n\nForty people crossed the lake. “{quote}” said Bo Ek.\n\n“{quote}”\n\nNobody was hit on the way.\n",
    )

    roles = [s.role for s in make_document(page).segments]

    assert roles == ["headline", "body", "crosshead", "body"]
