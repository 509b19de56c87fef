/** Files that are imported `with { type: 'file' }`: a path, on the disk or inside the binary. */
declare module '*.min.js' {
  const path: string
  export = path
}
declare module '*.css' {
  const path: string
  export = path
}
declare module '*.woff2' {
  const path: string
  export = path
}
declare module '*/static/beat.js' {
  const path: string
  export = path
}
declare module '*/static/clicks.js' {
  const path: string
  export = path
}
declare module '*/static/days.js' {
  const path: string
  export = path
}
declare module '*/static/drafts.js' {
  const path: string
  export = path
}
declare module '*/static/shown.js' {
  const path: string
  export = path
}
declare module '*/static/entries.js' {
  const path: string
  export = path
}
declare module '*/static/entry-menu.js' {
  const path: string
  export = path
}
declare module '*/static/focus.js' {
  const path: string
  export = path
}
declare module '*/static/forget.js' {
  const path: string
  export = path
}
declare module '*/static/forms.js' {
  const path: string
  export = path
}
declare module '*/static/groups.js' {
  const path: string
  export = path
}
declare module '*/static/history.js' {
  const path: string
  export = path
}
declare module '*/static/inside.js' {
  const path: string
  export = path
}
declare module '*/static/asked.js' {
  const path: string
  export = path
}
declare module '*/static/kept.js' {
  const path: string
  export = path
}
declare module '*/static/keys.js' {
  const path: string
  export = path
}
declare module '*/static/live.js' {
  const path: string
  export = path
}
declare module '*/static/outbox.js' {
  const path: string
  export = path
}
declare module '*/static/page.js' {
  const path: string
  export = path
}
declare module '*/static/palette.js' {
  const path: string
  export = path
}
declare module '*/static/presence.js' {
  const path: string
  export = path
}
declare module '*/static/queue.js' {
  const path: string
  export = path
}
declare module '*/static/reading.js' {
  const path: string
  export = path
}
declare module '*/static/renew.js' {
  const path: string
  export = path
}
declare module '*/static/reveal.js' {
  const path: string
  export = path
}
declare module '*/static/rooms.js' {
  const path: string
  export = path
}
declare module '*/static/signals.js' {
  const path: string
  export = path
}
declare module '*/static/signed-out.js' {
  const path: string
  export = path
}
declare module '*/static/card-hook.js' {
  const path: string
  export = path
}
declare module '*/static/card-sheet.js' {
  const path: string
  export = path
}
declare module '*/static/canned.js' {
  const path: string
  export = path
}
declare module '*/static/canned-hook.js' {
  const path: string
  export = path
}
declare module '*/static/socket.js' {
  const path: string
  export = path
}
declare module '*/static/sound.js' {
  const path: string
  export = path
}
declare module '*/static/states.js' {
  const path: string
  export = path
}
declare module '*/static/stream.js' {
  const path: string
  export = path
}
declare module '*/static/tabs.js' {
  const path: string
  export = path
}
declare module '*/static/whereabouts.js' {
  const path: string
  export = path
}
declare module '*/static/frame.js' {
  const path: string
  export = path
}
declare module '*/static/widget.js' {
  const path: string
  export = path
}
declare module '*/static/widget-events.js' {
  const path: string
  export = path
}
declare module '*/static/widget-drawing.js' {
  const path: string
  export = path
}
declare module '*/static/trail.js' {
  const path: string
  export = path
}
declare module '*/static/zone.js' {
  const path: string
  export = path
}
declare module '*/attach.js' {
  const path: string
  export = path
}
declare module '*/files.js' {
  const path: string
  export = path
}
declare module '*/static/recording.js' {
  const path: string
  export = path
}
declare module '*/static/transfer.js' {
  const path: string
  export = path
}
declare module '*/static/uploads.js' {
  const path: string
  export = path
}
declare module '*/static/voice.js' {
  const path: string
  export = path
}
declare module '*/lightbox.js' {
  const path: string
  export = path
}
declare module '*/file-parts.js' {
  const path: string
  export = path
}
declare module '*/static/alert.js' {
  const path: string
  export = path
}
declare module '*/static/notices.js' {
  const path: string
  export = path
}
declare module '*/static/me.js' {
  const path: string
  export = path
}
declare module '*/static/worker.js' {
  const path: string
  export = path
}
declare module '*.png' {
  const path: string
  export = path
}
declare module '*/static/load.js' {
  const path: string
  export = path
}
declare module '*/static/sound-switch.js' {
  const path: string
  export = path
}
declare module '*/static/wanted.js' {
  const path: string
  export = path
}
