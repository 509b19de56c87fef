/** The demo's day, as data: who works, when, and what is said. It ends at `end`, which is now. */
export type AgentKey = 'ana' | 'amir' | 'wei'
export type DepartmentKey = 'orders' | 'billing' | 'advice'

/** One thing that happens in a chat, some seconds after the one before it. */
export type DemoLine =
  | [after: number, does: 'visitor' | 'agent', text: string]
  /** Takes the ringing chat; whoever else it rings at lets it go on. */
  | [after: number, does: 'accepts', agent: AgentKey | 'anyone']
  | [after: number, does: 'hands', to: AgentKey | DepartmentKey, saying: string]
  | [after: number, does: 'ends', by: 'visitor' | 'agent']
  | [after: number, does: 'rates', stars: number, comment: string]
  | [after: number, does: 'reopens', text: string]
  /** What colleagues alone see. */
  | [after: number, does: 'notes' | 'tags', what: string]
  | [after: number, does: 'prioritizes', priority: 'high' | 'urgent']
  | [after: number, does: 'snoozes', until: string]
  | [after: number, does: 'runs', macro: string]
  | [after: number, does: 'shows', card: Record<string, string>]
  | [after: number, does: 'pictures' | 'reacts', by: 'visitor' | 'agent', what: string]

export type Chat = {
  /** Hour of the demo's day, `09:12`. */
  at: string
  name: string
  email?: string
  language: 'en' | 'zh'
  department: DepartmentKey
  /** The first is the visitor's, at `at`. */
  steps: [[after: 0, does: 'visitor', text: string], ...DemoLine[]]
}

export type Shift = [
  at: string,
  agent: AgentKey,
  does: 'comes' | 'pauses' | 'returns' | 'leaves' | 'drops' | 'reconnects',
]

export const begin = '00:00'
export const end = '17:30'

export const departments: Record<
  DepartmentKey,
  { id: string; name: string; acceptance: 'automatic' | 'manual'; strategy: 'least-loaded' }
> = {
  // The department every desk begins with, under the name it has here.
  orders: {
    id: 'support',
    name: 'Orders & delivery',
    acceptance: 'automatic',
    strategy: 'least-loaded',
  },
  billing: { id: 'billing', name: 'Billing', acceptance: 'automatic', strategy: 'least-loaded' },
  advice: { id: 'advice', name: 'Product advice', acceptance: 'manual', strategy: 'least-loaded' },
}

export const admin = { name: 'Olga Petrova', email: 'olga@bellhop.example' }

export const agents: Record<
  AgentKey,
  { name: string; email: string; capacity: number; departments: DepartmentKey[] }
> = {
  ana: {
    name: 'Ana Lima',
    email: 'ana@bellhop.example',
    capacity: 3,
    departments: ['orders', 'billing'],
  },
  amir: {
    name: 'Amir Haddad',
    email: 'amir@bellhop.example',
    capacity: 3,
    departments: ['billing', 'advice'],
  },
  wei: {
    name: 'Wei Chen 陈薇',
    email: 'wei@bellhop.example',
    capacity: 2,
    departments: ['advice', 'orders'],
  },
}

/** At the end Wei is busy, Amir is away for a moment and Ana has gone home. */
export const shifts: Shift[] = [
  ['08:00', 'ana', 'comes'],
  ['08:30', 'amir', 'comes'],
  ['09:00', 'wei', 'comes'],
  ['11:02', 'wei', 'pauses'],
  ['11:20', 'wei', 'returns'],
  ['12:20', 'ana', 'pauses'],
  ['12:50', 'ana', 'returns'],
  ['13:00', 'wei', 'pauses'],
  ['13:30', 'wei', 'returns'],
  ['13:35', 'amir', 'pauses'],
  ['14:00', 'amir', 'returns'],
  ['15:06', 'ana', 'pauses'],
  ['15:12', 'amir', 'drops'],
  ['15:13', 'ana', 'returns'],
  ['15:16', 'amir', 'reconnects'],
  ['17:14', 'ana', 'leaves'],
  ['17:25', 'amir', 'pauses'],
]
