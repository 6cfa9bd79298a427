//! What people get wrong in a catalog: thirty and some slips in the catalogs
//! that errcat ships, each with the one finding that it gives.

/// One slip: `from`, which stands once in the catalog, becomes `to`.
pub(crate) struct Mutation {
    /// What was done, as tests name it.
    pub(crate) name: &'static str,
    pub(crate) catalog: &'static str,
    pub(crate) from: &'static str,
    pub(crate) to: &'static str,
    /// The rule that it breaks.
    pub(crate) id: &'static str,
    /// The text that the finding underlines.
    pub(crate) underlined: &'static str,
}

/// A line of the table.
const fn slip(
    name: &'static str,
    catalog: &'static str,
    [from, to]: [&'static str; 2],
    id: &'static str,
    underlined: &'static str,
) -> Mutation {
    Mutation {
        name,
        catalog,
        from,
        to,
        id,
        underlined,
    }
}

/// Slips that leave the file readable, so that everything else is checked too.
pub(crate) const SLIPS: &[Mutation] = &[
    slip(
        "a misspelt key in the first entry",
        "remno",
        [
            "status: 400\n    message: The request",
            "status: 400\n    mesage: The request",
        ],
        "EC0010",
        "mesage",
    ),
    slip(
        "the letter O in the last status",
        "remno",
        ["status: 500", "status: 5O0"],
        "EC0201",
        "5O0",
    ),
    slip(
        "a code that another entry has",
        "remno",
        ["code: HUMAN_APPROVAL_REQUIRED", "code: FORBIDDEN"],
        "EC0101",
        "FORBIDDEN",
    ),
    slip(
        "a lost comma in an example of JSON",
        "remno",
        ["\"data\": null,\n", "\"data\": null\n"],
        "EC0402",
        "\"",
    ),
    slip(
        "a misspelt key in an example of JSON",
        "remno",
        ["\"field\": \"email\"", "\"feild\": \"email\""],
        "EC0402",
        "\"feild\"",
    ),
    slip(
        "a misspelt header",
        "remno",
        [
            "[Idempotency-Key]\n    source: {line: 23}",
            "[Idempotency-Kye]\n    source: {line: 23}",
        ],
        "EC0106",
        "Idempotency-Kye",
    ),
    slip(
        "a slot that there is not",
        "remno",
        ["$slot: timestamp", "$slot: timestmp"],
        "EC0013",
        "timestmp",
    ),
    slip(
        "a key written twice",
        "remno",
        ["    status: 402\n", "    status: 402\n    status: 402\n"],
        "EC0004",
        "status",
    ),
    slip(
        "an id that is not the file's name",
        "remno",
        ["catalog: remno", "catalog: remmo"],
        "EC0017",
        "remmo",
    ),
    slip(
        "both sections and errors",
        "remno",
        [
            "\nerrors:\n",
            "\nsections: {all: {title: All, errors: []}}\n\nerrors:\n",
        ],
        "EC0014",
        "errors",
    ),
    slip(
        "a row of the status table that is none",
        "remno",
        ["  501: {description", "  51: {description"],
        "EC0201",
        "51",
    ),
    slip(
        "a list of notes that became a sentence",
        "remno",
        ["notes:\n  - All responses", "notes:\n  All responses"],
        "EC0012",
        "All responses share one envelope. On an error `data` is null and `errors` holds one or more error objects.",
    ),
    slip(
        "a comment that cuts a message short",
        "remno",
        [
            "message: Too many requests.",
            "message: Too many #requests.",
        ],
        "EC0007",
        "#requests.",
    ),
    slip(
        "a status that was quoted",
        "remno",
        ["status: 422", "status: \"422\""],
        "EC0013",
        "\"422\"",
    ),
    slip(
        "a missing title",
        "agentchat",
        ["title: AgentChat API errors\n", ""],
        "EC0011",
        "errcat",
    ),
    slip(
        "a later edition",
        "agentchat",
        ["errcat: 1", "errcat: 2"],
        "EC0013",
        "2",
    ),
    slip(
        "a misspelt code in a ref",
        "agentchat",
        ["ref: CONVERSATION_NOT_FOUND", "ref: CONVERSATION_NOTFOUND"],
        "EC0105",
        "CONVERSATION_NOTFOUND",
    ),
    slip(
        "wait without a delay",
        "agentchat",
        [
            "          delay: {header: Retry-After}\n          note: The client",
            "          note: The client",
        ],
        "EC0204",
        "wait",
    ),
    slip(
        "two canonical statuses",
        "agentchat",
        [
            "ref: MESSAGE_NOT_FOUND\n        status: 404\n",
            "ref: CONVERSATION_NOT_FOUND\n        status: 410\n        canonical: true\n",
        ],
        "EC0203",
        "canonical",
    ),
    slip(
        "an unknown placeholder",
        "agentchat",
        [
            "message: You exceeded 60 messages/second.",
            "message: You exceeded {limit} messages/second.",
        ],
        "EC0303",
        "{limit}",
    ),
    slip(
        "a misspelt type of a detail",
        "agentchat",
        ["handle: {type: string", "handle: {type: strng"],
        "EC0013",
        "strng",
    ),
    slip(
        "a word for what to do that there is not",
        "agentchat",
        [
            "retry: {do: backoff, note: Retry briefly.}",
            "retry: {do: retry, note: Retry briefly.}",
        ],
        "EC0013",
        "retry",
    ),
    slip(
        "a link without https",
        "agentchat",
        ["url: https://docs.agentchat.me", "url: docs.agentchat.me"],
        "EC0013",
        "docs.agentchat.me/api-reference/errors",
    ),
    slip(
        "a lint that there is not",
        "agentchat",
        [
            "        source: {line: 71}",
            "        allow: [mising-message]\n        source: {line: 71}",
        ],
        "EC0018",
        "mising-message",
    ),
    slip(
        "a comma in a text within braces",
        "agentchat",
        [
            "note: Fix the payload.",
            "note: Fix the payload, then retry.",
        ],
        "EC0010",
        "then retry.",
    ),
    slip(
        "a missing code",
        "agentchat",
        ["- code: EMAIL_TAKEN\n        status: 409", "- status: 409"],
        "EC0011",
        "status",
    ),
    slip(
        "a lost quote around prose with backticks",
        "aicity",
        [
            "message: The query parameter \"since\"",
            "message: The query parameter {since}",
        ],
        "EC0303",
        "{since}",
    ),
    slip(
        "a tag that nobody declared",
        "aicity",
        [
            "source: {line: 141,",
            "tags: [privacy]\n        source: {line: 141,",
        ],
        "EC0107",
        "privacy",
    ),
    slip(
        "a type that nobody declared",
        "aicity",
        [
            "code: NO_STRIPE_CUSTOMER\n",
            "code: NO_STRIPE_CUSTOMER\n        type: billing\n",
        ],
        "EC0108",
        "billing",
    ),
    slip(
        "a section that there is not",
        "aicity",
        ["use: tasks", "use: task"],
        "EC0109",
        "task",
    ),
    slip(
        "a day that the calendar does not have",
        "aicity",
        ["retrieved: 2026-11-21", "retrieved: 2026-11-31"],
        "EC0013",
        "2026-11-31",
    ),
    slip(
        "a list of one code",
        "aicity",
        ["[CAPTCHA_REQUIRED, CAPTCHA_FAILED]", "[CAPTCHA_REQUIRED]"],
        "EC0012",
        "[CAPTCHA_REQUIRED]",
    ),
    slip(
        "HTML in prose",
        "aicity",
        [
            "fix: Check the bid's status.",
            "fix: Check the <b>bid's</b> status.",
        ],
        "EC0016",
        "<b>",
    ),
    slip(
        "sentences in a flow list",
        "aicity",
        [
            "causes:\n          - Card declined.\n          - Insufficient funds.\n          - Payment",
            "causes: [Card declined., Insufficient funds, or none.]\n        x-old:\n          - Payment",
        ],
        "EC0015",
        "Card declined., Insufficient funds, or none.",
    ),
    slip(
        "a base path without its slash",
        "aicity",
        ["base-path: /api/v1/courts", "base-path: api/v1/courts"],
        "EC0013",
        "api/v1/courts",
    ),
    slip(
        "an anchor",
        "aicity",
        ["    title: Stripe\n", "    title: &stripe Stripe\n"],
        "EC0003",
        "&stripe",
    ),
    slip(
        "a no-break space after a colon",
        "aicity",
        [
            "status: 401\n        message: The owner's session",
            "status:\u{a0}401\n        message: The owner's session",
        ],
        "EC0002",
        "\u{a0}",
    ),
];

/// Slips after which nothing more can be read: one finding, where it is.
pub(crate) const BREAKS: &[Mutation] = &[
    slip(
        "a tab for indentation",
        "remno",
        ["    status: 429", "\tstatus: 429"],
        "EC0001",
        "\t",
    ),
    slip(
        "a lost colon",
        "remno",
        ["status: 404\n    message", "status 404\n    message"],
        "EC0001",
        "status 404",
    ),
    slip(
        "no space after a colon",
        "remno",
        ["code: LIMIT_EXCEEDED", "code:LIMIT_EXCEEDED"],
        "EC0001",
        ":",
    ),
    slip(
        "an unclosed quote",
        "remno",
        [
            "Conflict: state or idempotency\"",
            "Conflict: state or idempotency",
        ],
        "EC0001",
        "\"",
    ),
    slip(
        "a lost quote before text with a backtick",
        "agentchat",
        ["- \"`code` is", "- `code` is"],
        "EC0001",
        "`",
    ),
    slip(
        "a line that is indented too deep",
        "agentchat",
        [
            "        message: The handle has the wrong format.",
            "          message: The handle has the wrong format.",
        ],
        "EC0001",
        "message",
    ),
    slip(
        "an item that is indented too little",
        "agentchat",
        [
            "      - code: INVALID_API_KEY",
            "     - code: INVALID_API_KEY",
        ],
        "EC0001",
        "- code",
    ),
    slip(
        "a colon in text without quotes",
        "aicity",
        [
            "message: This owner account is suspended.",
            "message: Suspended: this owner account.",
        ],
        "EC0001",
        ":",
    ),
    slip(
        "a bracket that is not closed",
        "aicity",
        [
            "[ACCESS_DENIED, FORBIDDEN]}\n      - code: INVALID_STATUS",
            "[ACCESS_DENIED, FORBIDDEN}\n      - code: INVALID_STATUS",
        ],
        "EC0001",
        "[",
    ),
    slip(
        "a no-break space for indentation",
        "aicity",
        ["        status: 503", "\u{a0}       status: 503"],
        "EC0002",
        "\u{a0}",
    ),
];
