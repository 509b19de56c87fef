const en = {
  title: 'Live board',
  said: {},
  waiting: 'In the queue',
  longest: 'Longest wait',
  nobodyWaits: 'nobody waits',
  waits: (n: number) => `${n} waiting`,
  holds: 'Who holds what',
  load: (n: number, of: number) => `${n} of ${of}`,
  statuses: { ready: 'ready', away: 'away', off: 'off duty' },
  absent: 'out of reach',
  nothing: 'holds nothing',
  rings: 'ringing',
  noAgents: 'Nobody answers here yet',
  noAgentsHint: 'Colleagues who get a place at the desk appear here.',
}

const zh: typeof en = {
  title: '实时看板',
  said: {},
  waiting: '排队',
  longest: '最长等待',
  nobodyWaits: '无人排队',
  waits: (n) => `${n} 人排队`,
  holds: '接待情况',
  load: (n, of) => `${n} / ${of}`,
  statuses: { ready: '在线', away: '离开', off: '下班' },
  absent: '掉线',
  nothing: '未接待会话',
  rings: '等待接入',
  noAgents: '还没有客服',
  noAgentsHint: '开通客服账号后会显示在这里。',
}

/** What goes on now: who waits, and who holds what. */
export const board = { en, zh }
