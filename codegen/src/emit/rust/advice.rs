//! Retry advice in the module `errcat`.

use proc_macro2::TokenStream;
use quote::quote;

/// The types of advice.
pub(super) fn items() -> TokenStream {
    quote! {
        /// What to do after an error, as its document says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub struct Retry {
            /// What to do.
            pub action: Action,
            /// Where the delay is stated.
            pub delay: Option<Delay>,
            /// Where the new place is stated, for a redirect.
            pub to: Option<Place>,
            /// The documented maximum of attempts.
            pub attempts: Option<u32>,
            /// What is held back.
            pub scope: Scope,
            /// May a request with effects be sent again? `None`: not documented.
            pub safe: Option<Safe>,
            /// The document's wording or reason.
            pub note: Option<&'static str>,
        }

        impl Retry {
            /// Whether the same request may be sent again.
            #[must_use]
            pub const fn is_retryable(&self) -> bool {
                ::core::matches!(self.action, Action::Wait | Action::Backoff | Action::Redirect)
            }
        }

        /// What to do next.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action {
            /// Never send this request again.
            Stop,
            /// Another request may work: payload, credentials, ID, fresh state.
            Change,
            /// Someone must do something first.
            Act,
            /// The same request, after the stated delay.
            Wait,
            /// The same request, with growing delays.
            Backoff,
            /// The same request, to another place.
            Redirect,
        }

        /// Where a delay is stated.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Delay {
            /// In the header of this name.
            Header(&'static str),
            /// In the detail of this name.
            Detail(&'static str),
            /// In the document: seconds.
            Seconds(u32),
        }

        /// Where the new place of a redirect is stated.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Place {
            /// In the header of this name.
            Header(&'static str),
            /// In the detail of this name.
            Detail(&'static str),
        }

        /// What is held back.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Scope {
            /// This request alone.
            Request,
            /// All requests to the recipient.
            Recipient,
            /// All requests of the account.
            Account,
            /// All requests on the connection.
            Connection,
            /// The whole transaction.
            Transaction,
        }

        /// Whether a request with effects may be sent again.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Safe {
            /// Yes: it had none.
            Always,
            /// Only an idempotent one.
            Idempotent,
        }
    }
}

/// How an entry finds its advice.
pub(super) fn lookup() -> TokenStream {
    quote! {
        /// The documented advice when it comes with its canonical status; `None`
        /// is not `Stop`: the document gives no advice.
        #[must_use]
        pub fn retry(self) -> Option<Retry>
        where
            S: Into<i32>,
        {
            let status = self.status().map(Into::into);
            self.own_retry().or_else(|| self.tables.retry_of(status))
        }

        /// The documented advice when it comes with `status`.
        #[must_use]
        pub fn retry_with(self, status: S) -> Option<Retry>
        where
            S: Into<i32>,
        {
            self.own_retry().or_else(|| self.tables.retry_of(Some(status.into())))
        }

        /// The error class of the API's own client for the canonical status.
        #[must_use]
        pub fn client_class(self) -> Option<&'static str>
        where
            S: Into<i32>,
        {
            self.tables.client_class(self.status())
        }

        /// The reason phrase: its own, else that of its canonical status.
        #[must_use]
        pub fn reason(self) -> Option<&'static str>
        where
            S: Into<i32>,
        {
            let of_status = || self.tables.row_fact(self.status().map(Into::into), |row| row.reason);
            self.phrase().or_else(of_status)
        }

        /// The advice of the entry itself, its section or its type.
        fn own_retry(self) -> Option<Retry> {
            first(self.tables.advice, self.row)
                .or_else(|| self.section()?.retry)
                .or_else(|| self.parent()?.retry)
        }
    }
}

/// How a status finds what its rows say.
pub(super) fn status_lookup() -> TokenStream {
    quote! {
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
                let exact = |row| ::core::matches!(row, Row::Status(it) if Some(S::into(it)) == status);
                let hundreds = status.map(|status| status / 100);
                let class = |row| ::core::matches!(row, Row::Class(it) if Some(i32::from(it)) == hundreds);
                of(&exact).or_else(|| of(&class)).or_else(|| of(&|row| ::core::matches!(row, Row::Other)))
            }
        }
    }
}
