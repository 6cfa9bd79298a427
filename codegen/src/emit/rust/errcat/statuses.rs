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
        fact: fn(&StatusRow<S>) -> Option<T>,
    ) -> Option<T> {
        let mut nearest = None;
        let mut distance = u8::MAX;
        for row in self.rows {
            let here = row.row.distance(status);
            match fact(row) {
                Some(fact) if here < distance => {
                    nearest = Some(fact);
                    distance = here;
                }
                _ => {}
            }
        }
        nearest
    }
}

impl<S: Copy + Into<i32>> Row<S> {
    /// How far this row is from what a status is about; `u8::MAX` if it says
    /// nothing of it.
    fn distance(self, status: Option<i32>) -> u8 {
        match (self, status) {
            (Row::Status(it), Some(status)) if S::into(it) == status => 0,
            (Row::Class(it), Some(status)) if i32::from(it) == status / 100 => 1,
            (Row::Other, _) => 2,
            _ => u8::MAX,
        }
    }
}
