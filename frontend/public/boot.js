// Starts the program. A file of its own, so that the page needs no script written into the document.
const { page, program } = document.getElementById("boot").dataset;

try {
  const { default: start } = await import(page);
  await start({ module_or_path: program });
} catch (failure) {
  document.getElementById("slow-start")?.removeAttribute("hidden");
  throw failure;
}
