//! The codes of the benches' catalogs: made of three words each, in the order
//! of no alphabet.

/// The most entries that have codes of their own.
pub(crate) const MOST: usize = SUBJECTS.len() * PARTS.len() * STATES.len();

/// The code of an entry, counted from 0.
pub(crate) fn code(number: usize) -> String {
    // A step that shares no factor with the count visits every one once.
    let at = number * 24_481 % MOST;
    let (subject, rest) = (
        at / (PARTS.len() * STATES.len()),
        at % (PARTS.len() * STATES.len()),
    );
    let (part, state) = (rest / STATES.len(), rest % STATES.len());
    format!("{}_{}_{}", SUBJECTS[subject], PARTS[part], STATES[state])
}

const SUBJECTS: [&str; 40] = [
    "AGENT", "ARENA", "ASSET", "BADGE", "BID", "BOND", "BRIDGE", "CHANNEL", "CLAIM", "COUPON",
    "DEPOSIT", "DISPUTE", "DISTRICT", "ESCROW", "EVENT", "GUILD", "INVITE", "INVOICE", "LEDGER",
    "LICENCE", "LISTING", "MARKET", "MATCH", "OFFER", "ORDER", "OWNER", "PARCEL", "PAYOUT",
    "PERMIT", "PLEDGE", "POOL", "QUEST", "QUOTE", "REVIEW", "SESSION", "STAKE", "TASK", "TICKET",
    "TOKEN", "WALLET",
];
const PARTS: [&str; 40] = [
    "ADDRESS", "AMOUNT", "ANSWER", "BALANCE", "BATCH", "BODY", "CAPACITY", "CURRENCY", "DEADLINE",
    "DRAFT", "ENTRY", "FEE", "FIELD", "FILE", "FORMAT", "GRADE", "HISTORY", "HOLD", "IMAGE",
    "INDEX", "KEY", "LABEL", "LEVEL", "LIMIT", "LOCK", "NAME", "NOTE", "PERIOD", "PRICE", "PROOF",
    "QUOTA", "RATE", "REGION", "ROLE", "SEAL", "SLOT", "STATE", "TARGET", "VERSION", "WINDOW",
];
const STATES: [&str; 40] = [
    "ABANDONED",
    "ALREADY_USED",
    "AMBIGUOUS",
    "ARCHIVED",
    "BLOCKED",
    "CANCELLED",
    "CLOSED",
    "CONFLICT",
    "CORRUPT",
    "DISABLED",
    "DUPLICATE",
    "EMPTY",
    "EXCEEDED",
    "EXPIRED",
    "FORBIDDEN",
    "FROZEN",
    "FULL",
    "GONE",
    "INCOMPLETE",
    "INVALID",
    "LOCKED",
    "LOST",
    "MISMATCH",
    "MISSING",
    "NOT_FOUND",
    "NOT_OPEN",
    "NOT_OWNED",
    "OUTDATED",
    "OVERDUE",
    "PENDING",
    "REJECTED",
    "REQUIRED",
    "RESERVED",
    "REVOKED",
    "SUSPENDED",
    "TOO_EARLY",
    "TOO_LARGE",
    "TOO_SMALL",
    "UNKNOWN",
    "UNVERIFIED",
];
