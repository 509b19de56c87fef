import { limits } from '../../../actors/limits'
import { Problem } from '../../../actors/problem'
import { StartPage } from '../../../views/chat/start'
import { InstallPage } from '../../../views/install/page'
import { ProblemPage } from '../../../views/problem'
import { SignInPage } from '../../../views/session/sign-in'
import { DecisionsPage } from '../../../views/workbench/decisions'
import { active, chat, waits } from './chat'
import { endless, ROWS } from './crowded'
import * as data from './data'
import * as office from './office'
import { lookOf, type Picture, reader } from './picture'

const email = `${'w'.repeat(64)}@${'desk'.repeat(12)}.example`
const me = { id: data.olga, name: endless }
const departments = Array.from({ length: ROWS }, (_, n) => ({
  ...{
    id: `d${n}`,
    name: `${endless}${n}`,
    names: { en: `${endless}${n}`, zh: `${endless}${n}` },
    staffed: n > 0,
    ahead: 1_000,
    estimate: 900_000,
  },
}))
const lines = departments.map(({ name }) =>
  office.line(name, { agents: 1_000, onDuty: 500, isDefault: 'withAgents' }),
)
const people = departments.map(({ id, name }) => ({
  ...{ id, name, status: 'ready' as const, canLeave: true },
}))
const candidate = { agent: 'wide', name: endless, load: 50, capacity: 50, score: 50, reject: null }
const [decision] = data.decisions
const decided = decision
  ? [{ at: data.now, decision: { ...decision, candidates: [candidate] } }]
  : []
const problem = 'That was very fast. Try again in 5 seconds; your text is kept.'
const said = { entries: data.hostile, department: endless, draft: data.long, problem }

const lengthy: Picture[] = [
  chat('crowded-chat', { ...active, agent: { id: data.ana, name: endless } }, said),
  chat('crowded-waiting', waits(1_000, 86_400_000), said),
  {
    name: 'crowded-start',
    page: (given) => (
      <StartPage
        {...lookOf(given)}
        departments={departments}
        clientId="next-1"
        keptAs="start-1"
        draft={{ name: endless, email, text: data.long }}
        problem={{ says: data.long, field: 'name' }}
      />
    ),
  },
  {
    name: 'crowded-sign-in',
    page: (given) => (
      <SignInPage {...lookOf(given)} services={[]} email={email} problem={data.long} />
    ),
  },
  {
    name: 'crowded-install',
    page: (given) => (
      <InstallPage
        {...lookOf(given)}
        token={endless}
        draft={{ name: endless, email }}
        problems={[{ says: data.long, field: 'email' }]}
      />
    ),
  },
  {
    name: 'crowded-problem',
    page: (given) => (
      <ProblemPage
        {...lookOf(given)}
        problem={new Problem('conflict', 'alreadyTaken', { values: { name: endless } })}
      />
    ),
  },
  office.list('crowded-departments', lines, lines, { me }),
  office.one(
    'crowded-department',
    { name: endless, people, open: limits.text, isDefault: 'no' },
    { me, said: 'saved' },
  ),
  {
    name: 'crowded-decisions',
    page: (given) => (
      <DecisionsPage
        {...lookOf(given)}
        conversation={data.row({ visitorName: endless })}
        reasons={decided}
        departments={{ orders: endless }}
        me={data.ana}
        reader={reader}
        list={{ view: 'mine' }}
      />
    ),
  },
]

/** Every other page at its fullest, with the longest names and nowhere to break them. */
export const lengthyPictures = lengthy.map((picture) => ({ ...picture, once: true }))
