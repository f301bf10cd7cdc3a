// A voice note of at most three minutes, recorded on this device and sealed with the rest.
import type { Voice } from "../journal/content.ts";
import { isNow, minutesText } from "./journal-dom.ts";
import { openWay, type Part } from "./journal-parts.ts";
import { fill, one } from "./vault-dom.ts";

const MOST = 180; // seconds
const BITS = 24_000; // a second of speech: three minutes stay under half a mebibyte
const FORMS: Voice["type"][] = ["audio/webm;codecs=opus", "audio/mp4", "audio/webm"];
const SECOND = 1000; // milliseconds

export function voice(root: HTMLElement): Part {
  const place = one(root, "[data-voice]");
  const player = one<HTMLAudioElement>(place, "[data-player]");
  let kept: Voice | undefined;
  let recorder: MediaRecorder | null = null;
  /** Done when what is being recorded now is there, or was dropped. */
  let recorded: Promise<void> = Promise.resolve();
  /** Another paper, or a closed page: what a recording before it brings is dropped. */
  let paper = 0;
  const form = formHere();

  function show(): void {
    const recording = recorder?.state === "recording";
    isNow(
      place,
      "data-voice-is",
      !form ? "none" : recording ? "recording" : kept ? "kept" : "ready",
    );
    one(place, "[data-record]").hidden = !form || recording || Boolean(kept);
    one(place, "[data-stop]").hidden = !recording;
    one(place, "[data-forget]").hidden = !kept;
    playFrom(player, kept);
  }

  async function record(): Promise<void> {
    const mine = paper;
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    if (mine !== paper || recorder) {
      silence(stream); // while the browser asked, the page closed or began already
      return;
    }
    recorder = new MediaRecorder(stream, { mimeType: form ?? "", audioBitsPerSecond: BITS });
    let done = (): void => {};
    recorded = new Promise((resolve) => {
      done = resolve;
    });
    const began = Date.now();
    const parts: Blob[] = [];
    const clock = window.setInterval(() => {
      const gone = (Date.now() - began) / SECOND;
      fill(place, { left: minutesText(MOST - gone) });
      if (gone >= MOST) {
        stop();
      }
    }, SECOND / 2);
    fill(place, { left: minutesText(MOST) });
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = async () => {
      window.clearInterval(clock);
      silence(stream);
      if (mine !== paper) {
        done();
        return;
      }
      const seconds = Math.min(MOST, Math.max(1, Math.round((Date.now() - began) / SECOND)));
      const type = form ?? "audio/webm";
      const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
      if (mine === paper) {
        // Stopped before there was any sound: nothing to keep, and nothing to refuse the words for.
        kept = bytes.length ? { type, seconds, data: toText(bytes) } : undefined;
        recorder = null;
        show();
        place.dispatchEvent(new Event("input", { bubbles: true }));
      }
      done();
    };
    recorder.start(SECOND);
    show();
  }

  one(place, "[data-record]").addEventListener("click", () => {
    record().catch(() => {
      recorder = null;
      show();
      isNow(place, "data-voice-is", "refused");
    });
  });
  function stop(): void {
    if (recorder?.state === "recording") {
      recorder.stop();
    }
  }

  one(place, "[data-stop]").addEventListener("click", stop);
  one(place, "[data-forget]").addEventListener("click", () => {
    kept = undefined;
    show();
    place.dispatchEvent(new Event("input", { bubbles: true }));
  });
  show();
  return {
    owns: ["voice"],
    put: ({ voice }) => {
      paper += 1;
      stop();
      recorder = null;
      kept = voice;
      show();
      openWay(root, "voice", Boolean(voice));
    },
    take: () => (kept ? { voice: kept } : {}),
    ready: () => {
      stop();
      return recorded;
    },
  };
}

/** The microphone is free again. */
function silence(stream: MediaStream): void {
  for (const track of stream.getTracks()) {
    track.stop();
  }
}

/** Let an opened note be heard; nothing when there is none. */
export function playFrom(player: HTMLAudioElement, voice: Voice | undefined): void {
  if (player.src) {
    URL.revokeObjectURL(player.src);
    player.removeAttribute("src");
  }
  player.hidden = !voice;
  if (voice) {
    const bytes = fromText(voice.data);
    player.src = URL.createObjectURL(new Blob([bytes], { type: voice.type }));
  }
}

function formHere(): Voice["type"] | undefined {
  const can = "MediaRecorder" in window && navigator.mediaDevices?.getUserMedia;
  return can ? FORMS.find((one) => MediaRecorder.isTypeSupported(one)) : undefined;
}

const AT_ONCE = 0x8000;

function toText(bytes: Uint8Array): string {
  let signs = "";
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    signs += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  }
  return btoa(signs).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromText(text: string): Uint8Array<ArrayBuffer> {
  const signs = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
}
