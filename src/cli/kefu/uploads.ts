import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { limits } from '../../../actors/limits'
import { HEAD_BYTES, kindOf } from '../../files/kinds'
import { kept, unescaped, upTo } from './text'

/** What a message says of a file that came with it. */
export type Upload = { url: string; name: string }

/** The file that a message is about, as it was stored: JSON, escaped or not; undefined for words. */
export const uploadIn = (content: string): Upload | undefined => {
  for (const text of [content, unescaped(content)]) {
    if (!text.trimStart().startsWith('{')) continue
    try {
      const { url, name } = JSON.parse(text) as Record<string, unknown>
      if (typeof url === 'string' && url !== '')
        return { url, name: upTo(kept(typeof name === 'string' ? name : ''), limits.fileName) }
    } catch {
      // Then it is as it was typed.
    }
  }
  return undefined
}

export type FoundFile = { path: string; name: string; type: string; bytes: number }

/** What is kept of uploads in a folder: the one that `static/uploads` is, or what is around it. */
export const uploadsIn = (folder: string | undefined) => {
  const root = folder === undefined ? undefined : resolve(folder)
  return async ({ url, name }: Upload): Promise<FoundFile | undefined> => {
    if (root === undefined) return undefined
    const path = placesOf(url)
      .map((place) => resolve(root, place))
      // An address that leads out of the folder is none of its files.
      .find((one) => !relative(root, one).startsWith('..') && isFile(one))
    if (path === undefined) return undefined
    const head = headOf(path)
    const called = name || (path.split('/').at(-1) ?? '')
    const kind = await kindOf(head, called)
    return kind && { path, name: called, type: kind.type, bytes: statSync(path).size }
  }
}

const placesOf = (url: string): string[] => {
  const path = decoded(url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '')).replace(
    /^\/+/,
    '',
  )
  const within = [path, path.split('static/')[1], path.split('uploads/')[1]]
  return within.filter((one): one is string => one !== undefined && one !== '')
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() === true

const headOf = (path: string): Uint8Array => {
  const head = new Uint8Array(HEAD_BYTES)
  const handle = openSync(path, 'r')
  const length = readSync(handle, head, 0, HEAD_BYTES, 0)
  closeSync(handle)
  return head.subarray(0, length)
}
