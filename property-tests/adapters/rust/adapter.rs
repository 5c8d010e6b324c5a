//! An adapter for the CancellationToken of tokio-util.

use serde::{Deserialize, Serialize};
use std::io::{stdin, stdout, BufRead, Write};
use tokio_util::sync::CancellationToken;

/// A line from the suite, without the fields that no declared capability needs.
#[derive(Deserialize)]
struct Request {
    #[serde(default)]
    id: u64,
    step: String,
    #[serde(default)]
    context: usize,
    count: Option<usize>,
    #[serde(default)]
    look: Vec<usize>,
    #[serde(default)]
    read: Vec<usize>,
}

/// The line that is written for each request.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    id: u64,
    at_once: Vec<usize>,
    done: Vec<usize>,
    contexts: Vec<Reading>,
}

/// What an answer contains about one token.
#[derive(Serialize)]
struct Reading {
    err: Option<&'static str>,
}

const INTRODUCTION: &str = concat!(
    r#"{"protocol":1,"name":"CancellationToken of tokio-util 0.7.17","language":"Rust","#,
    r#""capabilities":["BLOCKING_WAIT","THREADS","EAGER"]}"#
);

fn main() {
    let mut tokens = Vec::new();
    for line in stdin().lock().lines() {
        let request: Request = serde_json::from_str(&line.unwrap()).unwrap();
        let answer = if request.step == "hello" {
            INTRODUCTION.to_string()
        } else {
            serde_json::to_string(&answer(&mut tokens, &request)).unwrap()
        };
        writeln!(stdout(), "{answer}").unwrap();
    }
}

/// Carries out a step and reads the tokens. `cancel` has no delayed effects, so `done` is what `at_once` is.
fn answer(tokens: &mut Vec<CancellationToken>, request: &Request) -> Answer {
    step(tokens, request);
    let done = |look: &[usize]| {
        look.iter()
            .copied()
            .filter(|&i| tokens[i].is_cancelled())
            .collect()
    };
    Answer {
        id: request.id,
        at_once: done(&request.look),
        done: done(&request.look),
        contexts: request.read.iter().map(|&i| read(&tokens[i])).collect(),
    }
}

/// Carries out a step. Steps that need a capability that is not declared are never sent.
fn step(tokens: &mut Vec<CancellationToken>, request: &Request) {
    match request.step.as_str() {
        "begin" => *tokens = vec![CancellationToken::new()],
        "background" => tokens.push(CancellationToken::new()),
        "withCancel" | "fan" => {
            for _ in 0..request.count.unwrap_or(1) {
                tokens.push(tokens[request.context].child_token());
            }
        }
        "chain" => {
            let mut parent = tokens[request.context].clone();
            for _ in 0..request.count.unwrap_or(1) {
                parent = parent.child_token();
                tokens.push(parent.clone());
            }
        }
        "cancel" => tokens[request.context].cancel(),
        _ => {}
    }
}

/// Reads a token. It has no error object, so the error of every token that is done has the same name.
fn read(token: &CancellationToken) -> Reading {
    Reading {
        err: token.is_cancelled().then_some("cancelled"),
    }
}
