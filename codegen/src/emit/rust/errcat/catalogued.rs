/// The codes of a catalog: what holds for all of them.
pub trait Catalogued: Copy + Ord + Hash + Error + Send + Sync + 'static {
    /// What codes are on the wire: `&'static str` or `i64`.
    type Wire: Copy + fmt::Debug + fmt::Display + Borrow<Self::Key> + 'static;

    /// What a code is found by: `str` or `i64`.
    type Key: ?Sized + fmt::Debug + fmt::Display + Ord + Hash + 'static;

    /// What statuses are: `u16` for those of HTTP, `i32` for others.
    type Status: Copy + fmt::Debug + fmt::Display + PartialEq + Into<i32> + 'static;

    /// Every code, in the order of the document.
    const ALL: &'static [Self];

    /// What the catalog says about itself and about all of its codes.
    fn catalog() -> &'static CatalogInfo;

    /// The code that is spelt so on the wire: its own spelling, an alias, or
    /// a variable code with its values.
    fn from_wire(code: &Self::Key) -> Option<Self>;

    /// All that the catalog says about this code.
    fn entry(self) -> Entry<Self::Wire, Self::Status>;

    /// The code on the wire.
    fn code(self) -> Self::Wire {
        self.entry().code()
    }

    /// The message as written; `{x}` stands for a detail.
    fn message(self) -> &'static str {
        self.entry().message()
    }

    /// The canonical status, where the code has one.
    fn status(self) -> Option<Self::Status> {
        self.entry().status()
    }

    /// All statuses, the canonical one first.
    fn statuses(self) -> &'static [Self::Status] {
        self.entry().statuses()
    }

    /// The documented advice when it comes with its canonical status; `None`
    /// is not `Stop`: the document gives no advice.
    fn retry(self) -> Option<Retry> {
        self.entry().retry()
    }

    /// The documented advice when it comes with `status`.
    fn retry_with(self, status: Self::Status) -> Option<Retry> {
        self.entry().retry_with(status)
    }

    /// Whether documented advice says that the same request may be sent again.
    fn is_retryable(self) -> bool {
        self.retry().is_some_and(|retry| retry.is_retryable())
    }

    /// How the code is known: a guess can be told from a documented fact.
    fn provenance(self) -> Provenance {
        self.entry().provenance()
    }
}
