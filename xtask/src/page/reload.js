// Only in development: reload when the server answers with a page of another build.
const buildOf = (page) => page.querySelector('meta[name="build"]')?.content;
const shown = buildOf(document);

setInterval(async () => {
  try {
    const answer = await fetch("/", { cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const served = buildOf(page);
    if (answer.ok && served && served !== shown) location.reload();
  } catch {
    // The server is being restarted.
  }
}, 1000);
