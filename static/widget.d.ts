/**
 * What `window.bellhop` is once `widget.js` is there, and what it takes before: each call is kept until
 * then. A page that uses it says `import type {} from './widget'`, or lists this file.
 */

export type BellhopEvents = {
  /** The button is there, and calls are taken. Told at once to who asks later. */
  ready: undefined
  open: undefined
  close: undefined
  /** How many messages came while the chat was shut. */
  unread: number
  /** A message came or went. What it says stays in the chat. */
  message: { id: string; by: 'visitor' | 'agent' | 'bot' }
  /** Where the conversation stands. */
  state: 'start' | 'waiting' | 'ringing' | 'active' | 'left' | 'stuck' | 'ended'
  /** The visitor's place in the line, 1 for the next. */
  queue: number
  /** Who answers. */
  agent: { name: string }
  /** In one word: `unreachable`, or why a token or an attribute was refused. */
  error: { reason: string }
}

/** What a visitor looks at, each part one line. Links begin with `https://` or `http://`. */
export type BellhopCard = { title: string; detail?: string; link?: string; price?: string } & (
  | { is: 'product' }
  | { is: 'order'; number?: string; state?: string }
)

export type BellhopListener<Event extends keyof BellhopEvents> = (
  detail: BellhopEvents[Event],
) => void

export interface Bellhop {
  open(): void
  close(): void
  toggle(): void
  /** The button. A hidden one leaves the chat to `open`. */
  show(): void
  hide(): void
  /** Who the visitor is: a JWT (HS256) that the site's own server has signed. It holds once. */
  identify(token: string): void
  /** Whoever sits here next is somebody else: call it when they sign out of the site. */
  reset(): void
  /** What agents see of the visitor, unproven: at most 20 names of 64 characters, values of 255. */
  set(attributes: Record<string, string | number | boolean>): void
  /** Writes for the visitor, or shows what they look at, and opens the chat. */
  send(what: string | { card: BellhopCard }): void
  /** Which page the visitor has before them; without arguments the one that is open. */
  page(url?: string, title?: string): void
  setLocale(language: 'en' | 'zh'): void
  setTheme(theme: 'auto' | 'light' | 'dark'): void
  /** Takes all of it off the page. */
  destroy(): void
  on<Event extends keyof BellhopEvents>(event: Event, listener: BellhopListener<Event>): void
  off<Event extends keyof BellhopEvents>(event: Event, listener: BellhopListener<Event>): void
  /** A call by its name, as `['identify', token]`: an array takes it too, before anything is loaded. */
  push(call: readonly [name: string, ...given: unknown[]]): void
}

declare global {
  interface Window {
    bellhop: Bellhop
  }
}
