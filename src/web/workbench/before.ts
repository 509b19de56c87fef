import { paths } from '../../../views/paths'
import type { List } from '../../../views/workbench/inbox/lists'
import type { Ask } from '../context'
import { listIn } from '../query'

const { workbench } = paths

/** The workbench page a form was on, and the list that was chosen there. */
export const cameFrom = (c: Ask): string => {
  const [, id] = /^\/workbench\/conversations\/([\w-]+)$/.exec(pageBefore(c)?.pathname ?? '') ?? []
  return id ? workbench.conversation(id, listBefore(c)) : workbench.list(listBefore(c))
}

export const listBefore = (c: Ask): List =>
  listIn(pageBefore(c)?.searchParams ?? new URLSearchParams(), c.get('look').zone)

const pageBefore = (c: Ask): URL | null => URL.parse(c.req.header('Referer') ?? '')

/** The list that the address of a page names. */
export const listOf = (c: Ask): List => listIn(new URL(c.req.url).searchParams, c.get('look').zone)
