// Keeps the page on this device, so that the door of an event opens where there is no network. That page begins it
// (`pages/check_in/kept_page.rs`); from then on it stands between this device and the server.
//
// Kept are only the files that the page is made of: their names hold a hash of what is in them, so none is ever old. What
// the server says about anything is never kept. The build fills in the names. So each release is another worker, which
// begins with all the files it needs and removes what those before it have kept.

const SHELL = "{{shell}}";
const FILES = {{files}};
const KEPT = `page of ${SHELL}`;

// A network that takes longer to open a page is as good as none.
const PATIENCE_MS = 4_000;

// What only the server can answer, beside files, though a person may open it in a window.
const OF_THE_SERVER = /^\/(graphql|graphiql|uploads|documents|open|geo|healthz|readyz|metrics)(\/|$)/;

const isFile = (path) => path.split("/").pop().includes(".");

// Which request is answered how; by the network alone where there is nothing here.
const answerTo = ({ method, mode, url }) => {
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return null;
  if (pathname.startsWith("/assets/")) return keptFile;
  if (mode !== "navigate" || isFile(pathname) || OF_THE_SERVER.test(pathname)) return null;
  return page;
};

// From the server, whatever it says. Only where nobody answers, or not soon, the page that was kept: it tells the rest.
const page = async (request) => {
  const shell = await caches.match(SHELL);
  const answer = fetch(request);
  if (!shell) return answer;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, shell));
  return Promise.race([answer, late]).catch(() => shell);
};

const keptFile = async (request) => {
  const kept = await caches.open(KEPT);
  const known = await kept.match(request.url, { ignoreVary: true });
  if (known) return known;
  const answer = await fetch(request);
  // A device that is full keeps no more.
  if (answer.status === 200) kept.put(request.url, answer.clone()).catch(() => {});
  return answer;
};

const keepFiles = async () => {
  const kept = await caches.open(KEPT);
  // All of them or none. The browser has just loaded most of them and asks the server for the others only.
  await kept.addAll(FILES);
};

const removeEarlier = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)));
};

addEventListener("install", (event) => {
  // Windows of an earlier release go on: what they need of it they have loaded.
  skipWaiting();
  event.waitUntil(keepFiles());
});

addEventListener("activate", (event) => event.waitUntil(removeEarlier()));

addEventListener("fetch", (event) => {
  const answer = answerTo(event.request);
  if (answer) event.respondWith(answer(event.request));
});
