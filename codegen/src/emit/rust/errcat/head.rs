//! What the modules of all catalogs share: the trait [`Catalogued`], codes
//! off the wire, and what there is to say about an entry.

use ::core::borrow::Borrow;
use ::core::error::Error;
use ::core::fmt;
use ::core::hash::Hash;
use ::core::marker::PhantomData;
