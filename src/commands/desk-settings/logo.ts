import { LOGO, type Logo, logoIn } from '../../../actors/desk/logo'
import { isProblem, Problem } from '../../../actors/problem'
import { cleanImage } from '../../files/images/clean'
import { shrinkLogo } from '../../files/images/shrink'
import { type Drawn, TooManyPixels } from '../../files/images/size'
import { HEAD_BYTES, kindOf } from '../../files/kinds'
import { Malformed, readerOver } from '../../files/reader'
import type { Desk } from '../desk'
import { tell } from './tell'

/** Megabytes of an image that a logo is made from: what is kept of it is a hundredth. */
export const LOGO_MB = 4
const types: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp'])

const notValid = () => new Problem('invalid', 'logoNotValid', { field: 'logo' })
const tooLarge = () =>
  new Problem('tooLarge', 'logoTooLarge', { field: 'logo', values: { limit: LOGO_MB } })

/**
 * Makes an image the logo of the desk: a copy of it as high as pages show it, without what does not draw it.
 * Problems: invalid `logoNotValid`, tooLarge `logoTooLarge`, conflict `changedMeanwhile`.
 */
export const setLogo = async (desk: Desk, given: Uint8Array): Promise<null | Problem> => {
  if (given.byteLength > LOGO_MB * 1024 * 1024) return tooLarge()
  const logo = await drawnSmall(given)
  if (isProblem(logo)) return logo
  // Marked as no picture of a person is, though it were of the same bytes: each goes by itself.
  const mark = new Bun.CryptoHasher('sha256')
    .update(LOGO)
    .update(logo.bytes)
    .digest('hex')
    .slice(0, 32)
  await desk.store.profiles.keepAvatar({ mark, type: 'image/webp', bytes: logo.bytes })
  return replace(desk, { mark, width: logo.width, height: logo.height })
}

/** Takes the logo away. Problems: conflict `changedMeanwhile`. */
export const removeLogo = (desk: Desk): Promise<null | Problem> => replace(desk, null)

const replace = async (desk: Desk, logo: Logo | null): Promise<null | Problem> => {
  const { accounts, profiles } = desk.store
  const stored = await accounts.setting(LOGO)
  const before = logoIn(stored)
  if ((before?.mark ?? null) === (logo?.mark ?? null)) return null
  if (!(await accounts.changeSetting(LOGO, stored, logo && JSON.stringify(logo))))
    return new Problem('conflict', 'changedMeanwhile')
  tell(desk)
  // Pages that are open still show it: it goes with the next but one.
  if (before) await profiles.dropAvatar(before.mark)
  return null
}

const drawnSmall = async (given: Uint8Array) => {
  const kind = await kindOf(given.subarray(0, HEAD_BYTES), '')
  if (!kind || !types.has(kind.type)) return notValid()
  const parts: Uint8Array[] = []
  const drawn: Partial<Drawn> = {}
  try {
    const reader = readerOver(piecesOf(given))
    for await (const part of cleanImage(kind.type, reader, (told) => Object.assign(drawn, told)))
      parts.push(part)
  } catch (fault) {
    if (fault instanceof Malformed || fault instanceof TooManyPixels) return notValid()
    throw fault
  }
  const { width, height, moves, passes } = drawn
  if (width === undefined || height === undefined || moves) return notValid()
  const image = { width, height, moves: false, ...(passes === undefined ? {} : { passes }) }
  return (await shrinkLogo(kind.type, Buffer.concat(parts), image)) ?? notValid()
}

async function* piecesOf(bytes: Uint8Array) {
  yield bytes
}
