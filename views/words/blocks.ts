const en = {
  title: 'Blocked visitors',
  said: {
    blocked: 'Blocked from now on. Open connections were ended.',
    lifted: 'Unblocked.',
  },
  count: (n: number) =>
    `${n} in force. Who is blocked can read what was said, and write and start nothing.`,
  searches: 'Name, address, reason or colleague',
  columns: {
    whom: 'Who',
    scope: 'What is blocked',
    state: 'State',
    until: 'Ends',
    reason: 'Reason',
    by: 'Blocked by',
    at: 'Since',
  },
  filters: { from: 'From', to: 'To' },
  states: { inForce: 'In force', over: 'Over', lifted: 'Unblocked' },
  scopes: { visitor: 'Visitor', address: 'Address', network: 'Network' },
  until: (when: string) => `until ${when}`,
  forever: 'without an end',
  over: 'over',
  liftedBy: (name: string) => `unblocked by ${name}`,
  by: (name: string, when: string) => `by ${name}, ${when}`,
  lift: 'Unblock',
  empty: 'Nobody is blocked',
  emptyHint: 'Block a visitor on the page of their conversation, or a network below.',
  create: 'Block an address or a network',
  createHint:
    'Everybody who comes from there is blocked: several people may share an address. Addresses are those that the trusted proxies tell.',
  createDo: 'Block',
  network: 'Address or network',
  networkHint: 'Like 203.0.113.9, 203.0.113.0/24 or 2001:db8::/32.',
  lasts: 'For how long',
  lastsHint: 'Like 30m, 12h or 7d. Empty: until somebody unblocks them.',
  reason: 'Reason',
  reasonHint: 'Only colleagues read it.',
  room: {
    title: 'Block this visitor?',
    hint: 'Their page is cut off at once, and they can write and start nothing.',
    choices: {
      visitor: 'This visitor, in this browser',
      address: 'Their address, with all who share it',
      network: 'The network around their address',
    },
    lasts: { '1h': 'One hour', '1d': 'One day', '7d': 'Seven days', '': 'Without an end' },
    yes: 'Block',
    blocked: {
      visitor: (name: string, until: string | null) =>
        `This visitor is blocked by ${name}${until ? ` until ${until}` : ''}.`,
      address: (name: string, until: string | null) =>
        `This visitor’s address is blocked by ${name}${until ? ` until ${until}` : ''}.`,
      network: (name: string, until: string | null) =>
        `The network around this visitor’s address is blocked by ${name}${until ? ` until ${until}` : ''}.`,
    },
    because: (reason: string) => `Reason: ${reason}`,
  },
}

const zh: typeof en = {
  title: '黑名单',
  said: { blocked: '已加入黑名单，相关连接已断开。', lifted: '已移出黑名单。' },
  count: (n) => `生效 ${n} 条。被拉黑的访客仍可查看已有消息，但无法发送消息或发起新的对话。`,
  searches: '称呼、地址、原因或同事',
  columns: {
    whom: '对象',
    scope: '拉黑范围',
    state: '状态',
    until: '截止时间',
    reason: '原因',
    by: '操作人',
    at: '开始时间',
  },
  filters: { from: '从', to: '到' },
  states: { inForce: '生效中', over: '已到期', lifted: '已移出' },
  scopes: { visitor: '访客', address: 'IP 地址', network: '网段' },
  until: (when) => `至 ${when}`,
  forever: '永久',
  over: '已到期',
  liftedBy: (name) => `由${name}移出`,
  by: (name, when) => `${name}，${when}`,
  lift: '移出黑名单',
  empty: '黑名单为空',
  emptyHint: '可在会话页面拉黑访客，或在下方拉黑网段。',
  create: '拉黑 IP 地址或网段',
  createHint: '来自该地址的所有人都会被拉黑，同一地址可能有多人共用。地址以受信任代理提供的为准。',
  createDo: '拉黑',
  network: 'IP 地址或网段',
  networkHint: '例如 203.0.113.9、203.0.113.0/24 或 2001:db8::/32。',
  lasts: '拉黑时长',
  lastsHint: '例如 30m（分）、12h（小时）、7d（天）。留空表示永久，直到手动移出。',
  reason: '原因',
  reasonHint: '仅同事可见。',
  room: {
    title: '要拉黑这位访客吗？',
    hint: '对方的连接会立即断开，之后无法发送消息，也无法发起新的对话。',
    choices: {
      visitor: '该访客（当前浏览器）',
      address: '对方的 IP 地址（影响所有共用者）',
      network: '对方 IP 所在的网段',
    },
    lasts: { '1h': '1 小时', '1d': '1 天', '7d': '7 天', '': '永久' },
    yes: '拉黑',
    blocked: {
      visitor: (name, until) => `该访客已被${name}拉黑，${until ? `至 ${until}` : '永久有效'}。`,
      address: (name, until) =>
        `该访客的 IP 地址已被${name}拉黑，${until ? `至 ${until}` : '永久有效'}。`,
      network: (name, until) =>
        `该访客 IP 所在的网段已被${name}拉黑，${until ? `至 ${until}` : '永久有效'}。`,
    },
    because: (reason) => `原因：${reason}`,
  },
}

/** Who is blocked, and how somebody is. */
export const blocks = { en, zh }
