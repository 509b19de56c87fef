import type { Macro } from '../../../actors/canned/macro'
import type { Staff } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import { MacroPage, RulesPage, rulePaths, rulesInMenu } from '../../../views/office/rules'
import { actNames } from '../../commands/macros/acts'
import { macroForm } from '../../commands/macros/form'
import { changeMacro, createMacro, removeMacro } from '../../commands/macros/write'
import { departmentChoices } from '../../reads/canned'
import type { Ask, WebContext } from '../context'
import { staff } from '../person'
import type { Route } from '../route'
import { officePage } from './page'

const ID = ':id'

const choices = async ({ desk }: WebContext) => ({
  departments: await departmentChoices(desk.store),
  acts: actNames,
})

/** What a program is told of one. */
const told = ({ version: _, ...macro }: Macro) => macro

const list = officePage({
  ...{ path: rulePaths.list, permission: 'rules.manage', menu: rulesInMenu },
  find: (c) => staff(c),
  read: async (web) => ({
    ...(await choices(web)),
    macros: await web.desk.store.macros.all(),
  }),
  draw: (lists, context) => RulesPage({ ...context, lists }),
  told: ({ macros, acts }) => ({ macros: macros.map(told), acts }),
})

const one = officePage({
  ...{ path: rulePaths.macro(ID), permission: 'rules.manage', menu: rulesInMenu },
  find: async (c: Ask, { desk }): Promise<{ person: Staff; macro: Macro } | Problem> => {
    const macro = await desk.store.macros.find(c.req.param('id') ?? '')
    return macro ? { person: staff(c), macro } : new Problem('missing', 'missing')
  },
  read: async (web, { macro }) => ({
    ...(await choices(web)),
    // Anew: a verb may have changed it since it was found.
    macro: (await web.desk.store.macros.find(macro.id)) ?? macro,
  }),
  draw: (details, context) => MacroPage({ ...context, details }),
  told: ({ macro }) => told(macro),
})

/** Macros in the office. */
export const ruleRoutes: readonly Route[] = [
  list.show,
  list.verb({
    ...{ path: rulePaths.macros, name: 'creation', said: 'created', form: macroForm },
    run: ({ web, input, subject }) => createMacro(web.desk, subject, input),
    to: (_, id) => rulePaths.macro(id),
    made: (id) => ({ id }),
  }),
  one.show,
  one.verb({
    ...{ path: rulePaths.revision(ID), name: 'revision', said: 'saved', form: macroForm },
    run: ({ web, input, subject: { person, macro } }) =>
      changeMacro(web.desk, person, macro, input),
  }),
  one.verb({
    ...{ path: rulePaths.removal(ID), name: 'removal', said: 'removed', removes: true },
    run: ({ web, subject: { person, macro } }) => removeMacro(web.desk, person, macro),
    to: () => rulePaths.list,
  }),
]
