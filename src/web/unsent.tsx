import { UnsentPage } from '../../views/unsent'
import type { Config } from '../config'
import { page, type Status } from './answer'
import { fieldsIfAny } from './body'
import type { Timer } from './body/bytes'
import type { Ask } from './context'
import { isSameOrigin } from './gate/same-origin'

/** What is not shown again, nor sent again without being typed. */
const PASSWORD = /password/i

/** Whether it brings something: the answer to it cannot be had again by reading its address. */
export const isForm = (c: Ask): boolean => !['GET', 'HEAD'].includes(c.req.method)

/**
 * The page after a form that failed on the way: with all that was typed, and a button that sends it
 * again as it was. What another site has sent is not offered to be sent from here.
 */
export const answerUnsent = async (
  c: Ask,
  { clock, config }: { clock: Timer; config: Config },
  status: Status,
): Promise<Response> => {
  const look = c.get('look')
  const id = status === 500 ? { id: c.get('requestId') } : {}
  const action = actionOf(c)
  if (action === undefined || !isSameOrigin(c.req.raw, config))
    return page(c, <UnsentPage {...look} {...id} fields={{}} passwords={[]} />, status)
  const sent = Object.entries(await fieldsIfAny(c, clock)).filter(isText)
  const passwords = sent.map(([name]) => name).filter((name) => PASSWORD.test(name))
  const fields = Object.fromEntries(sent.filter(([name]) => !PASSWORD.test(name)))
  return page(c, <UnsentPage {...look} {...id} {...{ action, fields, passwords }} />, status)
}

const isText = (field: [string, unknown]): field is [string, string] => typeof field[1] === 'string'

/** Where the form led, if a page may say so: `//host` would lead to another site. */
const actionOf = (c: Ask): string | undefined => {
  if (c.req.method !== 'POST') return undefined
  const { pathname, search } = new URL(c.req.url)
  return /^\/(?![/\\])/.test(pathname) ? `${pathname}${search}` : undefined
}
