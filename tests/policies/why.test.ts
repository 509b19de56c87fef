import { describe, expect, test } from 'bun:test'
import { type Verb, verbs } from '../../actors/conversation/verbs'
import type { Staff } from '../../actors/people'
import type { ConversationState } from '../../actors/summary'
import { may } from '../../src/policies/may'
import { verbsOf, why, whySees } from '../../src/policies/why'

const staff = (id: string, departments: string[], more: Partial<Staff> = {}): Staff => ({
  ...{ kind: 'staff', id, name: id, role: 'agent', departments, ...more },
})
const people = {
  ana: staff('ana', ['support']),
  ben: staff('ben', ['support']),
  ole: staff('ole', []),
  amir: staff('amir', ['sales']),
  sina: staff('sina', ['sales'], { role: 'supervisor' }),
  olga: staff('olga', [], { role: 'admin' }),
  own: staff('own', ['sales'], { role: 'own-1', grants: ['conversations.watch.department'] }),
}
const states: ConversationState[] = ['waiting', 'left', 'offered', 'active', 'closed', 'rated']
const rowOf = (state: ConversationState) => ({
  ...{ visitor: 'vera', guests: [], department: 'sales', state, mergedInto: null },
  agent: state === 'active' || state === 'closed' || state === 'rated' ? 'ana' : null,
  offeredTo: state === 'offered' ? 'ben' : null,
  closedAt: state === 'closed' || state === 'rated' ? 1_000 : null,
})

describe('why somebody may', () => {
  test('says the same as whether they may, and its grounds bear it out', () => {
    for (const person of Object.values(people))
      for (const state of states)
        for (const verb of Object.keys(verbs) as Verb[]) {
          const said = why(person, rowOf(state), verb)
          const about = `${person.id} ${verb} ${state}`
          expect([about, said.may]).toEqual([about, may[verb](person, rowOf(state))])
          const overruled = said.grounds.some(({ asks, isSo }) => asks === 'overrules' && isSo)
          const ruled = said.grounds.filter(({ asks }) => asks !== 'overrules')
          const isBorneOut = overruled || ruled.every(({ isSo }) => isSo)
          expect([about, isBorneOut]).toEqual([about, said.may])
        }
  })

  test('names by which rule they see it', () => {
    const sees = Object.values(people).map((person) => whySees(person, rowOf('active')))
    expect(sees).toEqual(['holds', null, null, 'department', 'department', 'all', 'department'])
    expect(whySees(people.ben, rowOf('offered'))).toBe('offered')
  })

  test('finds what a permission is asked for', () => {
    expect(verbsOf('conversations.end')).toEqual(['end', 'wrapUp'])
    expect(verbsOf('conversations.assign')).toEqual(['transfer'])
    expect(verbsOf('settings.manage')).toEqual([])
  })
})
