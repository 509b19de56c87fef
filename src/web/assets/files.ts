import upsert from 'htmx.org/dist/ext/hx-upsert.min.js' with { type: 'file' }
import ws from 'htmx.org/dist/ext/hx-ws.min.js' with { type: 'file' }
import htmx from 'htmx.org/dist/htmx.min.js' with { type: 'file' }
import alert from '../../../static/alert.js' with { type: 'file' }
import asked from '../../../static/asked.js' with { type: 'file' }
import attach from '../../../static/attach.js' with { type: 'file' }
import beat from '../../../static/beat.js' with { type: 'file' }
import canned from '../../../static/canned.js' with { type: 'file' }
import cannedHook from '../../../static/canned-hook.js' with { type: 'file' }
import cardHook from '../../../static/card-hook.js' with { type: 'file' }
import cardSheet from '../../../static/card-sheet.js' with { type: 'file' }
import changed from '../../../static/changed.js' with { type: 'file' }
import clicks from '../../../static/clicks.js' with { type: 'file' }
import clipboard from '../../../static/clipboard.js' with { type: 'file' }
import copy from '../../../static/copy.js' with { type: 'file' }
import frameStyle from '../../../static/css/chat/frame.css' with { type: 'file' }
import emojiStyle from '../../../static/css/parts/emoji.css' with { type: 'file' }
import filesStyle from '../../../static/css/parts/files.css' with { type: 'file' }
import searchStyle from '../../../static/css/workbench/search.css' with { type: 'file' }
import days from '../../../static/days.js' with { type: 'file' }
import drafts from '../../../static/drafts.js' with { type: 'file' }
import emoji from '../../../static/emoji.js' with { type: 'file' }
import emojiStore from '../../../static/emoji-store.js' with { type: 'file' }
import entries from '../../../static/entries.js' with { type: 'file' }
import entryMenu from '../../../static/entry-menu.js' with { type: 'file' }
import fileParts from '../../../static/file-parts.js' with { type: 'file' }
import filesKit from '../../../static/files.js' with { type: 'file' }
import focus from '../../../static/focus.js' with { type: 'file' }
import forget from '../../../static/forget.js' with { type: 'file' }
import forms from '../../../static/forms.js' with { type: 'file' }
import frame from '../../../static/frame.js' with { type: 'file' }
import groups from '../../../static/groups.js' with { type: 'file' }
import history from '../../../static/history.js' with { type: 'file' }
import icon from '../../../static/icon.svg' with { type: 'file' }
import icon192 from '../../../static/icon-192.png' with { type: 'file' }
import icon512 from '../../../static/icon-512.png' with { type: 'file' }
import inside from '../../../static/inside.js' with { type: 'file' }
import license from '../../../static/inter-LICENSE.txt' with { type: 'file' }
import latin from '../../../static/inter-latin.woff2' with { type: 'file' }
import latinExt from '../../../static/inter-latin-ext.woff2' with { type: 'file' }
import kept from '../../../static/kept.js' with { type: 'file' }
import keys from '../../../static/keys.js' with { type: 'file' }
import leave from '../../../static/leave.js' with { type: 'file' }
import lightbox from '../../../static/lightbox.js' with { type: 'file' }
import live from '../../../static/live.js' with { type: 'file' }
import load from '../../../static/load.js' with { type: 'file' }
import macros from '../../../static/macros.js' with { type: 'file' }
import me from '../../../static/me.js' with { type: 'file' }
import mention from '../../../static/mention.js' with { type: 'file' }
import mentionHook from '../../../static/mention-hook.js' with { type: 'file' }
import menus from '../../../static/menus.js' with { type: 'file' }
import moment from '../../../static/moment.js' with { type: 'file' }
import notices from '../../../static/notices.js' with { type: 'file' }
import outbox from '../../../static/outbox.js' with { type: 'file' }
import pageKit from '../../../static/page.js' with { type: 'file' }
import palette from '../../../static/palette.js' with { type: 'file' }
import passkey from '../../../static/passkey.js' with { type: 'file' }
import place from '../../../static/place.js' with { type: 'file' }
import presence from '../../../static/presence.js' with { type: 'file' }
import previews from '../../../static/previews.js' with { type: 'file' }
import queue from '../../../static/queue.js' with { type: 'file' }
import reading from '../../../static/reading.js' with { type: 'file' }
import recording from '../../../static/recording.js' with { type: 'file' }
import renew from '../../../static/renew.js' with { type: 'file' }
import reveal from '../../../static/reveal.js' with { type: 'file' }
import rooms from '../../../static/rooms.js' with { type: 'file' }
import shown from '../../../static/shown.js' with { type: 'file' }
import signals from '../../../static/signals.js' with { type: 'file' }
import signedOut from '../../../static/signed-out.js' with { type: 'file' }
import sitePreview from '../../../static/site-preview.js' with { type: 'file' }
import sla from '../../../static/sla.js' with { type: 'file' }
import socket from '../../../static/socket.js' with { type: 'file' }
import sound from '../../../static/sound.js' with { type: 'file' }
import soundSwitch from '../../../static/sound-switch.js' with { type: 'file' }
import states from '../../../static/states.js' with { type: 'file' }
import stores from '../../../static/stores.js' with { type: 'file' }
import stream from '../../../static/stream.js' with { type: 'file' }
import strength from '../../../static/strength.js' with { type: 'file' }
import tabs from '../../../static/tabs.js' with { type: 'file' }
import tagHook from '../../../static/tag-hook.js' with { type: 'file' }
import tags from '../../../static/tags.js' with { type: 'file' }
import trail from '../../../static/trail.js' with { type: 'file' }
import transfer from '../../../static/transfer.js' with { type: 'file' }
import typeahead from '../../../static/typeahead.js' with { type: 'file' }
import uploads from '../../../static/uploads.js' with { type: 'file' }
import voice from '../../../static/voice.js' with { type: 'file' }
import wanted from '../../../static/wanted.js' with { type: 'file' }
import whereabouts from '../../../static/whereabouts.js' with { type: 'file' }
import widget from '../../../static/widget.js' with { type: 'file' }
import widgetDrawing from '../../../static/widget-drawing.js' with { type: 'file' }
import widgetEvents from '../../../static/widget-events.js' with { type: 'file' }
import work from '../../../static/work.js' with { type: 'file' }
import worker from '../../../static/worker.js' with { type: 'file' }
import zone from '../../../static/zone.js' with { type: 'file' }
import { deskStylesheet, officeStylesheet, stylesheet } from '../stylesheet'
import { emojiData, pickerLicense, pickerScript } from './emoji'

/** In this order: what a part leaves in `bellhop` is there for those after it. */
const first = [states, queue, outbox, live]
const then = [
  tabs,
  stream,
  whereabouts,
  presence,
  entries,
  groups,
  signals,
  pageKit,
  days,
  focus,
  attach,
]
const kit = [zone, load, stores, ...first, ...then, kept, trail, wanted]
const deskKit = [
  ...[zone, load, stores, forget],
  ...first,
  signedOut,
  socket,
  ...then,
  changed,
  transfer,
  reading,
  history,
  forms,
  soundSwitch,
  sound,
  inside,
  sla,
  rooms,
  alert,
  notices,
  drafts,
  cannedHook,
  cardHook,
  mentionHook,
  tagHook,
  keys,
  clicks,
  menus,
]
/** Only who needs them loads these; who answers has some of them from the beginning. */
const onDemand = {
  'alert.js': [alert],
  'asked.js': [asked],
  'canned.js': [typeahead, canned],
  'card-sheet.js': [cardSheet],
  'changed.js': [changed],
  'emoji.js': [place, emojiStore, pickerScript, emoji],
  'entry-menu.js': [place, clipboard, entryMenu],
  'files.js': [fileParts, uploads, filesKit, lightbox],
  'forget.js': [forget],
  'forms.js': [forms],
  'history.js': [history],
  'mention.js': [typeahead, mention],
  'palette.js': [palette],
  'reading.js': [reading],
  'shown.js': [shown],
  'sound.js': [soundSwitch, sound],
  'tags.js': [typeahead, place, tags],
  'voice.js': [recording, voice],
}
/** What is of our own, and is made smaller. */
export const ownScripts: readonly unknown[] = [
  ...kit,
  ...deskKit,
  ...[frame, widgetDrawing, widgetEvents, widget],
  ...[renew, reveal, strength, beat, leave, clipboard, copy],
  ...[macros, me, passkey, previews, sitePreview, work, worker],
  ...Object.values(onDemand)
    .flat()
    .filter((part) => part !== pickerScript),
]

/**
 * Every file there is, by the name it is asked for: nothing is looked up on the disk by a URL.
 * A stylesheet is written in parts and served as one.
 * What a live page runs is one file, its parts one after the other: htmx starts by itself as
 * soon as it may, and must find its extensions and our listeners there when it does.
 */
export const parts: Readonly<Record<string, readonly unknown[]>> = {
  'visitor.js': [htmx, upsert, ...kit],
  'desk.js': [htmx, ws, upsert, ...deskKit],
  ...onDemand,
  'frame.js': [stores, frame],
  'frame.css': [frameStyle],
  // Served with how the office wants it at an address of its own.
  'widget.js': [widgetDrawing, widgetEvents, widget],
  // Only who searches loads it.
  'search.css': [searchStyle],
  // Only for who looks for an emoji.
  'emoji.css': [emojiStyle],
  'emoji-picker-LICENSE.txt': [pickerLicense],
  // Only for who has a file.
  'files.css': [filesStyle],
  'leave.js': [stores, leave, forget],
  'macros.js': [macros],
  'me.js': [me],
  'moment.js': [moment],
  'passkey.js': [passkey],
  'previews.js': [previews],
  'work.js': [work],
  'worker.js': [worker],
  'renew.js': [renew],
  'reveal.js': [reveal],
  'new-password.js': [reveal, strength],
  'zone.js': [zone],
  'beat.js': [zone, stores, forget, whereabouts, beat, signedOut, clipboard, copy],
  'site-preview.js': [sitePreview],
  'signed-out.js': [zone, stores, forget, signedOut],
  'bellhop.css': stylesheet,
  'desk.css': deskStylesheet,
  'office.css': officeStylesheet,
  'icon.svg': [icon],
  'icon-192.png': [icon192],
  'icon-512.png': [icon512],
  'inter-latin.woff2': [latin],
  'inter-latin-ext.woff2': [latinExt],
  'inter-LICENSE.txt': [license],
}

/** What is made of files of packages when the desk opens; scripts name these, with their marks. */
export const madeFiles: Readonly<Record<string, () => Promise<string>>> = {
  'emoji-en.json': () => emojiData('en'),
  'emoji-zh.json': () => emojiData('zh'),
}
