impl<C, S: Copy + Into<i32>> Tables<C, S> {
    /// The advice for a status.
    fn retry_of(&self, status: Option<i32>) -> Option<Retry> {
        self.row_fact(status, |row| row.retry)
    }

    /// The client class for a status.
    pub(super) fn client_class(&self, status: Option<S>) -> Option<&'static str> {
        self.row_fact(status.map(Into::into), |row| row.client_class)
    }

    /// A fact from the row of a status, else of its class, else of `other`.
    fn row_fact<T>(
        &self,
        status: Option<i32>,
        fact: impl Fn(&'static StatusRow<S>) -> Option<T>,
    ) -> Option<T> {
        let of = |wanted: &dyn Fn(Row<S>) -> bool| {
            self.rows.iter().filter(|it| wanted(it.row)).find_map(&fact)
        };
        let exact = |row| {
            ::core::matches!(row, Row::Status(it) if Some(S::into(it)) == status)
        };
        let hundreds = status.map(|status| status / 100);
        let class = |row| {
            ::core::matches!(row, Row::Class(it) if Some(i32::from(it)) == hundreds)
        };
        of(&exact)
            .or_else(|| of(&class))
            .or_else(|| of(&|row| ::core::matches!(row, Row::Other)))
    }
}
