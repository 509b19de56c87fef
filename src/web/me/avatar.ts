import { paths } from '../../../views/paths'
import { answerMissing } from '../answer'
import { route } from '../route'

/** None is longer. */
const MARK_CHARS = 64
const KEPT_S = 365 * 24 * 3_600

/** A picture never changes under its mark. */
export const serveAvatar = route({
  ...{ method: 'GET', path: paths.avatar(':mark'), permission: 'anyone' },
  show: async (c, { desk }) => {
    const mark = c.req.param('mark') ?? ''
    const image = await desk.store.profiles.avatar(mark.slice(0, MARK_CHARS))
    if (!image) return answerMissing(c)
    return new Response(new Uint8Array(image.bytes), {
      headers: {
        'Content-Type': image.type,
        'Cache-Control': `public, max-age=${KEPT_S}, immutable`,
        'Content-Disposition': 'inline',
        'Cross-Origin-Resource-Policy': 'same-origin',
      },
    })
  },
})
