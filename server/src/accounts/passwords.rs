//! Passwords: which may be chosen, and how they are kept (argon2id, with the parameters that OWASP recommends: 19 MiB,
//! two rounds). A hash takes some hundredths of a second of a core on purpose, so only two are made at a time.

use std::sync::OnceLock;

use anyhow::anyhow;
use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version,
    password_hash::{SaltString, rand_core::OsRng},
};
use shared::{Problem, limits};
use tokio::sync::Semaphore;

use crate::error::Result;

/// Hashes made at a time; each needs 19 MiB.
const AT_A_TIME: usize = 2;
static TURN: Semaphore = Semaphore::const_new(AT_A_TIME);

/// The beginnings of what is chosen most often, here and elsewhere, and has ten characters.
const COMMON: [&str; 16] = [
    "1234567890",
    "0123456789",
    "0987654321",
    "1111111111",
    "0000000000",
    "123456789a",
    "12345678910",
    "1q2w3e4r5t",
    "qwertyuiop",
    "qwerty1234",
    "password12",
    "matkhau123",
    "anhyeuem123",
    "abcd123456",
    "iloveyou12",
    "hanoi12345",
];

/// What is wrong with a password that somebody wants to have. `known` is what others know of them: name and address.
pub fn problem_with(password: &str, known: &[&str]) -> Option<Problem> {
    let characters = password.chars().count();
    if characters < limits::PASSWORD_CHARS_MIN {
        return Some(Problem::TooShort);
    }
    if characters > limits::PASSWORD_CHARS_MAX {
        return Some(Problem::TooLong);
    }
    let bare = |text: &str| -> String {
        shared::text::fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
    };
    let folded = bare(password);
    let is_known = known.iter().map(|text| bare(text)).any(|text| !text.is_empty() && text == folded);
    let first = password.chars().next();
    let is_one_letter = password.chars().all(|letter| Some(letter) == first);
    let is_common = COMMON.iter().any(|common| folded.starts_with(common));
    (is_known || is_one_letter || is_common).then_some(Problem::EasilyGuessed)
}

fn argon2() -> Argon2<'static> {
    let params = Params::new(19_456, 2, 1, None).expect("the parameters are within their limits");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// The hash of a password, with its salt and parameters.
pub async fn hash(password: String) -> Result<String> {
    apart(move || hash_now(&password)).await?
}

fn hash_now(password: &str) -> Result<String> {
    let salt = SaltString::generate(&mut OsRng);
    let hash =
        argon2().hash_password(password.as_bytes(), &salt).map_err(|error| anyhow!("argon2: {error}"))?;
    Ok(hash.to_string())
}

/// Whether the password is the one of the hash. Without a hash the answer is no, and takes as long.
pub(crate) async fn is_right(password: String, hash: Option<String>) -> Result<bool> {
    apart(move || {
        static NOBODYS: OnceLock<String> = OnceLock::new();
        let nobodys = || NOBODYS.get_or_init(|| hash_now(&super::secrets::new_token()).unwrap_or_default());
        let is_somebodys = hash.is_some();
        let hash = hash.unwrap_or_else(|| nobodys().clone());
        let hash = PasswordHash::new(&hash).map_err(|error| anyhow!("a kept hash can't be read: {error}"))?;
        Ok(argon2().verify_password(password.as_bytes(), &hash).is_ok() && is_somebodys)
    })
    .await?
}

/// Makes the hash that nobody has beforehand, so that the first wrong guess takes no longer than others.
pub(crate) async fn prepare() -> Result<()> {
    is_right(String::new(), None).await.map(drop)
}

async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let _turn = TURN.acquire().await.map_err(|error| anyhow!("{error}"))?;
    Ok(tokio::task::spawn_blocking(work).await.map_err(|error| anyhow!("{error}"))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_would_guess_is_refused() {
        let known = ["Nguyễn Thị Hạnh", "hanh@htx.example"];
        for (password, problem) in [
            ("", Some(Problem::TooShort)),
            ("ngan9ký tự"[..9].into(), Some(Problem::TooShort)),
            (&"a".repeat(201), Some(Problem::TooLong)),
            ("aaaaaaaaaaaa", Some(Problem::EasilyGuessed)),
            ("1234567890", Some(Problem::EasilyGuessed)),
            ("12345678901234", Some(Problem::EasilyGuessed)),
            ("nguyen thi hanh", Some(Problem::EasilyGuessed)),
            ("Hanh@HTX.example", Some(Problem::EasilyGuessed)),
            ("chè xanh buổi sáng", None),
            ("7Nm!kq-2xZp", None),
        ] {
            assert_eq!(problem_with(password, &known), problem, "{password}");
        }
    }

    #[tokio::test]
    async fn only_the_same_password_is_right() {
        let hash = hash("chè xanh buổi sáng".to_owned()).await.unwrap();

        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(is_right("chè xanh buổi sáng".to_owned(), Some(hash.clone())).await.unwrap());
        assert!(!is_right("chè xanh buổi tối".to_owned(), Some(hash)).await.unwrap());
        assert!(!is_right(String::new(), None).await.unwrap());
    }
}
