import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import { BackPage } from '../../../views/chat/back'
import { paths } from '../../../views/paths'
import { digits } from '../../commands/input'
import { read } from '../../commands/input/read'
import { type Back, goBack, lookBack } from '../../commands/letters/back'
import { answerProblem, page, seeOther, wantsJson } from '../answer'
import { type Ask, visitorLook } from '../context'
import { cookieNames, keepCookie } from '../cookies'
import { visitor } from '../person'
import { type Route, route } from '../route'

const path = paths.chat.back(':id')
const signed = z.object({
  e: digits(/^\d{1,15}$/),
  s: holding('value', z.string().regex(/^[\w-]{1,64}$/)),
})

const threadOf = ({ conversation, isCurrent }: Back) =>
  isCurrent ? paths.chat.page : paths.chat.pastOne(conversation)

/** Who has an account here is led to where they sign in. */
const answerNotTheirs = (c: Ask, problem: Problem) =>
  problem.values.door === 'here' && c.get('look').accounts
    ? seeOther(c, paths.customers.signIn)
    : answerProblem(c, problem)

const showBack = route({
  ...{ method: 'GET', path, permission: 'anyone', passing: true, secret: true },
  show: async (c, { desk }) => {
    const form = signed.safeParse(c.req.query())
    // Half of it is missing: to whoever has it, it leads nowhere.
    if (!form.success) return answerProblem(c, new Problem('missing', 'missing'))
    const { e: until, s: proof } = form.data
    const id = c.req.param('id') ?? ''
    const found = await lookBack(desk, visitor(c), id, { until, proof })
    if (isProblem(found)) return answerNotTheirs(c, found)
    if (found.isTheirs) return seeOther(c, threadOf(found))
    return page(c, BackPage({ ...visitorLook(c), id, until, proof }))
  },
})

const goBackRoute = route({
  ...{ method: 'POST', path, permission: 'anyone', form: signed },
  run: ({ c, web, input }) => {
    const form = read(signed, input)
    if (isProblem(form)) return form
    const from = { id: c.req.param('id') ?? '', address: c.get('address')() }
    return goBack(web.desk, visitor(c), from, { until: form.e, proof: form.s })
  },
  made: ({ c, web }, back) => {
    if (back.token) keepCookie(c, cookieNames(web.config), 'visitor', back.token)
    if (wantsJson(c)) return c.json({ conversation: back.conversation })
    return seeOther(c, threadOf(back))
  },
})

/** The way back that a letter holds. */
export const backRoutes: readonly Route[] = [showBack, goBackRoute]
