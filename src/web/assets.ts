import { gzipSync } from 'bun'
import sse from 'htmx.org/dist/ext/hx-sse.min.js' with { type: 'file' }
import upsert from 'htmx.org/dist/ext/hx-upsert.min.js' with { type: 'file' }
import ws from 'htmx.org/dist/ext/hx-ws.min.js' with { type: 'file' }
import htmx from 'htmx.org/dist/htmx.min.js' with { type: 'file' }
import days from '../../static/days.js' with { type: 'file' }
import entries from '../../static/entries.js' with { type: 'file' }
import focus from '../../static/focus.js' with { type: 'file' }
import forms from '../../static/forms.js' with { type: 'file' }
import icon from '../../static/icon.svg' with { type: 'file' }
import inside from '../../static/inside.js' with { type: 'file' }
import license from '../../static/inter-LICENSE.txt' with { type: 'file' }
import latin from '../../static/inter-latin.woff2' with { type: 'file' }
import latinExt from '../../static/inter-latin-ext.woff2' with { type: 'file' }
import kept from '../../static/kept.js' with { type: 'file' }
import live from '../../static/live.js' with { type: 'file' }
import outbox from '../../static/outbox.js' with { type: 'file' }
import pageKit from '../../static/page.js' with { type: 'file' }
import presence from '../../static/presence.js' with { type: 'file' }
import queue from '../../static/queue.js' with { type: 'file' }
import signals from '../../static/signals.js' with { type: 'file' }
import signedOut from '../../static/signed-out.js' with { type: 'file' }
import socket from '../../static/socket.js' with { type: 'file' }
import sound from '../../static/sound.js' with { type: 'file' }
import states from '../../static/states.js' with { type: 'file' }
import stream from '../../static/stream.js' with { type: 'file' }
import tabs from '../../static/tabs.js' with { type: 'file' }
import zone from '../../static/zone.js' with { type: 'file' }
import { stylesheet } from './stylesheet'

/** In this order: what a part leaves in `bellhop` is there for those after it. */
const first = [zone, states, queue, outbox, live]
const then = [tabs, stream, presence, entries, signals, pageKit, days, forms, focus, sound]
const kit = [...first, ...then, kept]
const deskKit = [...first, socket, ...then, inside, signedOut]
const own = [...kit, ...deskKit]

/**
 * Every file there is, by the name it is asked for: nothing is looked up on the disk by a URL.
 * The stylesheet is written in parts and served as one.
 * What a live page runs is one file, its parts one after the other: htmx starts by itself as
 * soon as it may, and must find its extensions and our listeners there when it does.
 */
const files: Readonly<Record<string, readonly unknown[]>> = {
  'visitor.js': [htmx, sse, upsert, ...kit],
  'desk.js': [htmx, sse, ws, upsert, ...deskKit],
  'zone.js': [zone],
  'start.js': [zone, kept],
  'signed-out.js': [zone, signedOut],
  'bellhop.css': stylesheet,
  'icon.svg': [icon],
  'inter-latin.woff2': [latin],
  'inter-latin-ext.woff2': [latinExt],
  'inter-LICENSE.txt': [license],
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
}

/** Between two scripts: a file need not end with a semicolon. */
const SCRIPT_END = Buffer.from(';\n')

/** Every file, by its name. */
export type Assets = ReadonlyMap<string, Asset>

type Asset = {
  type: string
  tag: string
  bytes: Uint8Array<ArrayBuffer>
  gzip: Uint8Array<ArrayBuffer> | null
}

/** Reads every file once, with its tag and a compressed copy where that helps. */
export const loadAssets = async (): Promise<Assets> =>
  new Map(
    await Promise.all(
      Object.entries(files).map(
        async ([name, parts]) => [name, await load(name, parts.map(String))] as const,
      ),
    ),
  )

/** Bun's transpiler knows the same `minify` as its bundler, though its types do not say so. */
const options = {
  loader: 'js',
  minify: { whitespace: true, identifiers: true, syntax: true },
} as const
/** Strips comments and indentation, and shortens names that are a part's own. */
const transpiler = new Bun.Transpiler(options)
const read = async (path: string): Promise<Uint8Array> =>
  own.some((part) => String(part) === path)
    ? Buffer.from(transpiler.transformSync(await Bun.file(path).text()))
    : Bun.file(path).bytes()

const load = async (name: string, parts: readonly string[]): Promise<Asset> => {
  const all = await Promise.all(parts.map(read))
  const ending = name.slice(name.lastIndexOf('.') + 1)
  const between = ending === 'js' ? [SCRIPT_END] : []
  const bytes = Buffer.concat(all.flatMap((part, n) => (n === 0 ? [part] : [...between, part])))
  return {
    type: types[ending] ?? 'application/octet-stream',
    tag: `"${Bun.hash(bytes).toString(36)}"`,
    bytes,
    gzip: ending === 'woff2' ? null : gzipSync(bytes, { level: 9 }),
  }
}

/**
 * A file by its exact name, or undefined. Browsers keep it and ask whether it changed, so a new
 * release is seen at the next page.
 */
export const serveAsset = (
  assets: Assets,
  name: string,
  request: Request,
): Response | undefined => {
  const asset = assets.get(name)
  if (!asset) return undefined
  const headers = new Headers({
    'Content-Type': asset.type,
    'Cache-Control': 'public, no-cache',
    ETag: asset.tag,
    Vary: 'Accept-Encoding',
  })
  if (request.headers.get('If-None-Match') === asset.tag)
    return new Response(null, { status: 304, headers })
  const zips = asset.gzip !== null && /\bgzip\b/.test(request.headers.get('Accept-Encoding') ?? '')
  if (zips) headers.set('Content-Encoding', 'gzip')
  return new Response(zips ? asset.gzip : asset.bytes, { headers })
}
