//! The least that uses prost-build.

fn main() -> std::io::Result<()> {
    prost_build::Config::new().compile_fds(Default::default())
}
