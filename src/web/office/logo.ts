import { isProblem, Problem } from '../../../actors/problem'
import type { Desk } from '../../commands/desk'
import { LOGO_MB, setLogo } from '../../commands/desk-settings/logo'
import { Refused } from '../../files/refused'
import { formParts } from '../body/multipart'
import type { Ask } from '../context'

/** Reads a picture as it comes, and makes it the logo. Problems: those of `setLogo`, invalid `fieldUnknown`. */
export const takeLogo = async (c: Ask, desk: Desk): Promise<null | Problem> => {
  const picture = await received(c, desk)
  return isProblem(picture) ? picture : setLogo(desk, picture)
}

const received = async (c: Ask, { clock }: Desk): Promise<Uint8Array | Problem> => {
  const pieces: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const part of formParts(c, clock)) {
      if ('value' in part || part.name !== 'logo')
        return new Problem('invalid', 'fieldUnknown', { values: { field: part.name } })
      for await (const piece of part.bytes) {
        bytes += piece.byteLength
        if (bytes > LOGO_MB * 1024 * 1024) return tooLarge()
        pieces.push(piece)
      }
    }
  } catch (fault) {
    if (fault instanceof Refused) return tooLarge()
    throw fault
  }
  return new Uint8Array(Buffer.concat(pieces))
}

const tooLarge = () =>
  new Problem('tooLarge', 'logoTooLarge', { field: 'logo', values: { limit: LOGO_MB } })
