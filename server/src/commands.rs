//! The commands of `ocop`, the one program of the OCOP network.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context;
use clap::{Parser, Subcommand};
use tokio::{net::TcpListener, signal};

use crate::{
    accounts, agreements, allocate,
    app::App,
    changes,
    config::Config,
    database::Database,
    deliveries, follower, graphql, http, introductions,
    mail::{self, sending::Post},
    notifications, public_data, reference, samples,
    site::SiteFile,
    synthetic,
    webhooks::sending::Sending,
};

/// The register, search and open data of Hanoi's OCOP network.
#[derive(Parser)]
#[command(name = "ocop", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the site and the API.
    Serve,
    /// Brings the tables of the database up to date.
    Migrate,
    /// Loads reference data: units, product groups, kinds of certificates.
    Seed {
        /// Also the real public facts, and samples for trying out: people, organisations, products and needs that
        /// are made up and marked "(mẫu)". Not with `--from`.
        #[arg(long)]
        demo: bool,
        /// The real public facts without the samples.
        #[arg(long, requires = "demo")]
        no_samples: bool,
        /// Newer files, in a folder laid out as `server/data`; what is not there is taken from the program.
        #[arg(long, value_name = "FOLDER")]
        from: Option<PathBuf>,
    },
    /// Makes an account: the first administrator begins here.
    User(accounts::command::User),
    /// Writes the schema of the API.
    Schema,
    /// Reads one round as JSON from standard input and writes the plan with the greatest total score, with no database.
    /// What is not a round is refused with exit code 2.
    Allocate,
    /// Fills an empty database with a synthetic catalogue, for measuring only.
    Generate {
        /// How many products.
        #[arg(long, default_value_t = 20_000)]
        products: usize,
    },
}

/// Does what the arguments of the process say, with the files of the page; complains on standard error.
pub fn main(site: SiteFile) -> ExitCode {
    match run(site) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("ocop: {error:#}");
            if error.is::<allocate::Refusal>() { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}

fn run(site: SiteFile) -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    match arguments.command {
        Command::Schema => {
            print!("{}", graphql::schema().sdl());
            return Ok(());
        }
        Command::Allocate => return allocate::run(std::io::stdin().lock(), std::io::stdout().lock()),
        _ => {}
    }
    let config = Config::from_environment()?;
    tracing_subscriber::fmt().with_env_filter(&config.log).with_writer(std::io::stderr).init();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match arguments.command {
            Command::Serve => serve(config, site).await,
            Command::Migrate => Database::open(&config.database_url).await?.migrate().await,
            Command::Seed { demo, no_samples, from } => seed(config, demo, no_samples, from.as_deref()).await,
            Command::User(user) => {
                accounts::command::run(&Database::open(&config.database_url).await?, user).await
            }
            Command::Generate { products } => generate(config, products).await,
            Command::Schema | Command::Allocate => Ok(()),
        }
    })
}

async fn serve(config: Config, site: SiteFile) -> anyhow::Result<()> {
    // The port comes first: two servers on one data folder would quarrel over the index.
    let listener =
        TcpListener::bind(config.listen).await.with_context(|| format!("listening on {}", config.listen))?;
    let address = format!("http://{}", listener.local_addr()?);
    let app = App::start(config).await?;
    eprintln!("OCOP Hà Nội: {address}");
    eprintln!("Accounts:     {}", accounts::command::first_steps(&app.database).await?);
    if let Post::Folder(folder) = &app.post {
        eprintln!("Mail:         no SMTP_URL is set; mails become files in {}", shown(folder));
    }
    eprintln!("Data:         {}", shown(&app.config.data_dir));
    accounts::passwords::prepare().await?;
    let running = [
        tokio::spawn(follower::follow(app.clone())),
        tokio::spawn(changes::listener::listen(app.clone())),
        tokio::spawn(mail::sending::keep_sending(app.clone())),
        tokio::spawn(accounts::tidying::keep_tidy(app.clone())),
        tokio::spawn(introductions::lapsing::keep_looking(app.clone())),
        tokio::spawn(agreements::lapsing::keep_looking(app.clone())),
        tokio::spawn(deliveries::asking::keep_looking(app.clone())),
        tokio::spawn(notifications::digests::keep_sending(app.clone())),
        tokio::spawn(Sending::new(app.clone())?.keep_sending()),
    ];
    let service = http::router(app.clone(), site).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(asked_to_stop()).await?;
    running.iter().for_each(tokio::task::JoinHandle::abort);
    app.background.close();
    app.background.wait().await;
    Ok(())
}

fn shown(folder: &Path) -> String {
    std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned()).display().to_string()
}

async fn asked_to_stop() {
    let interrupted = signal::ctrl_c();
    #[cfg(unix)]
    if let Ok(mut terminated) = signal::unix::signal(signal::unix::SignalKind::terminate()) {
        tokio::select! {
            _ = interrupted => {}
            _ = terminated.recv() => {}
        }
        return;
    }
    let _ = interrupted.await;
}

async fn seed(config: Config, demo: bool, no_samples: bool, from: Option<&Path>) -> anyhow::Result<()> {
    if let Some(folder) = from {
        anyhow::ensure!(folder.is_dir(), "there is no folder {}", folder.display());
    }
    let reference = from.map_or_else(|| Ok(reference::Files::embedded()), reference::Files::from_folder)?;
    let database = Database::open(&config.database_url).await?;
    println!("{}", reference::load_from(&database, &reference).await?);
    if demo {
        let facts =
            from.map_or_else(|| Ok(public_data::Files::embedded()), public_data::Files::from_folder)?;
        println!("{}", public_data::load_from(&database, &facts).await?);
        drop(database);
        // Newer files are for a register in use.
        if !no_samples && from.is_none() {
            println!("{}", samples::load(config).await?);
        }
    }
    Ok(())
}

async fn generate(config: Config, products: usize) -> anyhow::Result<()> {
    let database = Database::open(&config.database_url).await?;
    database.migrate().await?;
    reference::load(&database).await?;
    synthetic::fill(&database, products).await?;
    println!("{products} synthetic products in {}", shown(&config.data_dir));
    Ok(())
}
