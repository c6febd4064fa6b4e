/* global window, document, URLSearchParams */
// What a platform's own script does for the frames in a lesson: it makes them as high as they ask to be, in one of the two ways
// that platforms know. Only frames of this page are listened to, and nothing is believed but a height.

const talk = new URLSearchParams(window.location.search).get("talk") ?? "lti";
const LEAST = 100;
const MOST = 5000;

const frameOf = (source) => [...document.querySelectorAll("iframe")].find((one) => one.contentWindow === source);
const heightOf = (value) => (Number(value) >= LEAST && Number(value) <= MOST ? Math.ceil(Number(value)) : null);

function resize(frame, value) {
  const height = heightOf(value);
  if (height !== null) frame.style.height = `${height}px`;
}

/** As tools of other sites ask for it (IMS, Learning Tools Interoperability). */
function lti(frame, { subject, height }) {
  if (subject === "lti.frameResize") resize(frame, height);
}

/** As H5P's resizer does. */
function h5p(frame, { context, action, scrollHeight }) {
  if (context !== "h5p") return;
  const answer = (said) => frame.contentWindow.postMessage({ context: "h5p", action: said }, "*");
  if (action === "hello") answer("hello");
  // What is measured in a frame that is too high already would be its own height.
  if (action === "prepareResize") {
    if (frame.clientHeight > Number(scrollHeight)) frame.style.height = `${LEAST}px`;
    answer("resizePrepared");
  }
  if (action === "resize") resize(frame, scrollHeight);
}

window.addEventListener("message", ({ source, data }) => {
  const frame = frameOf(source);
  if (frame && typeof data === "object" && data !== null) (talk === "h5p" ? h5p : lti)(frame, data);
});
