//! Asking while somebody types, but not for every letter.

use std::time::Duration;

use leptos::prelude::*;

/// Between two runs. The first letter after a pause is answered at once.
const PAUSE: Duration = Duration::from_millis(120);

/// Runs at once when there was a pause, otherwise at its end, and once for all calls in between.
pub(crate) fn paced(run: Callback<()>) -> Callback<()> {
    let waiting = StoredValue::new(false);
    let missed = StoredValue::new(false);
    fn begin(run: Callback<()>, waiting: StoredValue<bool>, missed: StoredValue<bool>) {
        run.run(());
        waiting.set_value(true);
        set_timeout(
            move || {
                if missed.try_get_value() == Some(true) {
                    missed.set_value(false);
                    begin(run, waiting, missed);
                } else {
                    waiting.try_set_value(false);
                }
            },
            PAUSE,
        );
    }
    Callback::new(move |()| {
        if waiting.get_value() {
            missed.set_value(true);
        } else {
            begin(run, waiting, missed);
        }
    })
}
