import { timingSafeEqual } from 'node:crypto'
import { paths } from '../../../views/paths'
import { answerMissing } from '../answer'
import { systemOf } from '../office/system'
import { route } from '../route'

/**
 * Figures for a program that watches the desk, for whoever brings the token that the operator chose.
 * Without one there is nothing here: by an address nobody is told from a proxy on the same machine.
 */
export const showMetrics = route({
  ...{ method: 'GET', path: paths.metrics, permission: 'anyone' },
  show: async (c, web) => {
    const { metricsToken } = web.config
    if (metricsToken === undefined) return answerMissing(c)
    const [, given = ''] = /^Bearer (\S{1,200})$/i.exec(c.req.header('Authorization') ?? '') ?? []
    if (!isToken(given, metricsToken))
      return c.text('Not without the token', 401, { 'WWW-Authenticate': 'Bearer' })
    // Only a desk that is watched needs what writes them.
    const { metricsText } = await import('../../vitals/metrics')
    const { type, text } = await metricsText(await systemOf(web), web.vitals, web.desk.clock.now())
    return c.body(text, 200, { 'Content-Type': type })
  },
})

/** Takes as long whatever is wrong with it. */
const isToken = (given: string, token: string): boolean => {
  const [one, other] = [given, token].map((text) =>
    new Bun.CryptoHasher('sha256').update(text).digest(),
  )
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}
