import { gzipSync } from 'bun'
import type { FileNames } from '../../views/page-context'
import { takesGzip } from './accept-encoding'
import { fitPicker, PICKER_NOTICE, pickerScript } from './assets/emoji'
import { madeFiles, ownScripts, parts } from './assets/files'
import { isKeptAlready } from './assets/if-none-match'
import { smallStyle } from './small-style'

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  png: 'image/png',
  txt: 'text/plain; charset=utf-8',
}

/** Between two scripts: a file need not end with a semicolon. */
const SCRIPT_END = Buffer.from(';\n')

/** Every file by its plain name, and what each is called in pages. */
export type Assets = { files: ReadonlyMap<string, Asset>; names: FileNames }

type Asset = {
  type: string
  /** Of what is in it: it changes when that does. */
  mark: string
  bytes: Uint8Array<ArrayBuffer>
  /** Made when somebody asks for it first; null where it would be no smaller. */
  readonly gzip: Uint8Array<ArrayBuffer> | null
}

let loaded: Promise<Assets> | undefined

/** Every file with its mark, read once in a process, however many desks open in it. */
export const loadAssets = (): Promise<Assets> => {
  loaded ??= readAssets()
  return loaded
}

const readAssets = async (): Promise<Assets> => {
  const files = new Map<string, Asset>()
  const names: Record<string, string> = {}
  const keep = (name: string, asset: Asset) => {
    files.set(name, asset)
    names[name] = marked(name, asset.mark)
  }
  for (const [name, make] of Object.entries(madeFiles))
    keep(name, assetOf(endingOf(name), Buffer.from(await make())))
  // The stylesheet is the last that names others: by then it is known what they are called.
  const order = Object.keys(parts).toSorted((one, two) => rank(one) - rank(two))
  for (const name of order) keep(name, await load(name, (parts[name] ?? []).map(String), names))
  return { files, names }
}

const rank = (name: string) => (name.endsWith('.css') ? 1 : 0)
const endingOf = (name: string) => name.slice(name.lastIndexOf('.') + 1)

/** `desk.js` and its mark: `desk-0a1b2c3d4e5f.js`. */
const marked = (name: string, mark: string) => name.replace(/(?=\.\w+$)/, `-${mark}`)
const MARKED = /^(.+)-([0-9a-f]{12})(\.\w+)$/

/** Bun's transpiler knows the same `minify` as its bundler, though its types do not say so. */
const options = {
  loader: 'js',
  minify: { whitespace: true, identifiers: true, syntax: true },
} as const
/** Strips comments and indentation, and shortens names that are a part's own. */
const transpiler = new Bun.Transpiler(options)
const transpiled = (script: string) => Buffer.from(transpiler.transformSync(script))
const read = async (path: string): Promise<Uint8Array> => {
  const file = Bun.file(path)
  if (path === pickerScript)
    return Buffer.concat([Buffer.from(PICKER_NOTICE), transpiled(fitPicker(await file.text()))])
  return ownScripts.some((part) => String(part) === path)
    ? transpiled(await file.text())
    : file.bytes()
}

/** Takes three times as long as zlib's best, once, and is smaller by a thirtieth. */
const SMALLEST = { library: 'libdeflate', level: 10 } as const
const isPacked = (ending: string) => ending === 'woff2' || ending === 'png'

const load = async (name: string, from: readonly string[], names: FileNames): Promise<Asset> => {
  const all = await Promise.all(from.map(read))
  const ending = endingOf(name)
  const between = ending === 'js' ? [SCRIPT_END] : []
  const whole = Buffer.concat(all.flatMap((part, n) => (n === 0 ? [part] : [...between, part])))
  return assetOf(ending, withNames(ending, whole, names))
}

/** With the files it names called as they are served. */
const withNames = (ending: string, whole: Buffer<ArrayBuffer>, names: FileNames) => {
  if (ending === 'css') return Buffer.from(smallStyle(whole.toString(), names))
  return ending === 'js' ? Buffer.from(withMarks(whole.toString(), names)) : whole
}
const withMarks = (script: string, names: FileNames) =>
  script.replace(/(?<=\/static\/)[\w-]+\.json/g, (file) => names[file] ?? file)

const assetOf = (ending: string, bytes: Buffer<ArrayBuffer>): Asset => {
  let gzip: Uint8Array<ArrayBuffer> | undefined
  return {
    type: types[ending] ?? 'application/octet-stream',
    mark: new Bun.CryptoHasher('sha256').update(bytes).digest('hex').slice(0, 12),
    bytes,
    get gzip() {
      if (isPacked(ending)) return null
      gzip ??= gzipSync(bytes, SMALLEST)
      return gzip
    },
  }
}

/** A year, s: as long as browsers keep anything. */
const KEPT_S = 365 * 24 * 3_600

/**
 * A file by its exact name, or undefined. Under the name with its mark a browser keeps it and asks no
 * more; under its plain name, or with the mark of another release, it asks each time whether it
 * changed: pages that are open during an update still get a file that goes with the desk.
 */
export const serveAsset = (
  { files }: Assets,
  name: string,
  request: Request,
): Response | undefined => {
  const [, start = '', mark, ending = ''] = MARKED.exec(name) ?? []
  const asset = files.get(mark === undefined ? name : start + ending)
  if (!asset) return undefined
  const isKept = mark === asset.mark
  const headers = new Headers({
    'Content-Type': asset.type,
    'Cache-Control': isKept ? `public, max-age=${KEPT_S}, immutable` : 'public, no-cache',
    ETag: `"${asset.mark}"`,
    Vary: 'Accept-Encoding',
  })
  if (isKeptAlready(request.headers.get('If-None-Match'), asset.mark))
    return new Response(null, { status: 304, headers })
  const zipped = takesGzip(request.headers.get('Accept-Encoding')) ? asset.gzip : null
  if (zipped) headers.set('Content-Encoding', 'gzip')
  return new Response(zipped ?? asset.bytes, { headers })
}
