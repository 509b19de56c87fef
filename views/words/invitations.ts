const en = {
  title: 'Invitations',
  said: { created: 'Created. It invites from now on.', removed: 'Removed. It invites nobody now.' },
  count: (n: number) => `${n} in use`,
  none: 'Nobody is invited by itself',
  noneHint:
    'A visitor who stays on a page can be asked whether they want to chat. Agents can always do so themselves, under “Visitors online”.',
  create: 'New invitation',
  createHint:
    'It comes once to each visitor, and not to who has declined one in the last 30 days or is in a chat.',
  createDo: 'Create invitation',
  pattern: 'Page',
  patternHint: 'A path like /pricing, or an address like https://shop.example/*. * is anything.',
  after: 'After',
  afterHint: 'How long they have been on the page: 20s, 2m or 1h.',
  visits: 'From visit',
  visitsHint: '1 for everybody, 2 for who has been here before.',
  language: 'Who reads',
  anyLanguage: 'Any language',
  text: 'What it says',
  says: (after: string, visits: number) =>
    visits > 1 ? `after ${after}, from visit ${visits}` : `after ${after}`,
  remove: 'Remove',
  removing: {
    title: 'Remove this invitation?',
    hint: 'It invites nobody any more. Who was invited by it can still answer.',
    yes: 'Remove it',
    no: 'Keep it',
  },
}

const zh: typeof en = {
  title: '主动邀请',
  said: { created: '已创建，即刻生效。', removed: '已移除，不再自动邀请。' },
  count: (n) => `使用中 ${n} 条`,
  none: '还没有自动邀请',
  noneHint: '可以自动询问停留在某个页面的访客是否需要帮助。客服也可随时在“在线访客”中主动邀请。',
  create: '新建邀请',
  createHint: '每位访客只邀请一次；正在对话或 30 天内拒绝过邀请的访客不再邀请。',
  createDo: '创建邀请',
  pattern: '页面',
  patternHint: '路径（如 /pricing）或网址（如 https://shop.example/*），* 代表任意内容。',
  after: '停留时间',
  afterHint: '访客在页面停留的时间，写作 20s（秒）、2m（分）或 1h（小时）。',
  visits: '访问次数',
  visitsHint: '1 表示所有访客，2 表示再次来访的访客。',
  language: '访客语言',
  anyLanguage: '不限',
  text: '邀请语',
  says: (after, visits) => (visits > 1 ? `停留 ${after}，第 ${visits} 次访问起` : `停留 ${after}`),
  remove: '移除',
  removing: {
    title: '要移除这条邀请吗？',
    hint: '移除后不再自动邀请，已收到邀请的访客仍可回应。',
    yes: '移除',
    no: '保留',
  },
}

/** What invites visitors by itself, for who runs the desk. */
export const invitations = { en, zh }
