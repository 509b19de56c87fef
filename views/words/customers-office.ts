const en = {
  title: 'Accounts of visitors',
  said: {
    saved: 'Saved. It holds from now on.',
    removed: 'Deleted. What they said stays, and is nobody’s.',
  },
  lead: 'Visitors who have an account of their own. They sign in at /me and find all their chats there; here nobody reads their password.',
  setting: 'May visitors have accounts?',
  settingHint:
    'Off, there is nothing at /register and /me, and visitors chat as before. Accounts that are there stay, and work again once this is on. With mail set up (SMTP_URL) a new account is opened by a link in a mail; without, nobody checks whose address it is.',
  columns: {
    name: 'Name',
    email: 'E-mail',
    state: 'State',
    created: 'Made',
    seen: 'Signed in last',
  },
  states: { open: 'Open', proven: 'Open, e-mail confirmed', waits: 'Waits for its mail' },
  search: 'Beginning of the e-mail',
  empty: 'No visitor has an account yet',
  emptyHint: 'Once visitors may have accounts, those who make one appear here.',
  visitor: 'What is known of this visitor',
  about: 'Account',
  remove: 'Delete this account',
  removeHint:
    'For who asks for it and cannot do it themself. Name and e-mail are forgotten, an open chat ends, and what was said stays without saying whose it was.',
  removeAsk: 'Delete',
  removing: {
    title: (name: string) => `Delete the account of ${name}?`,
    hint: 'It is gone at once and cannot be brought back.',
    yes: 'Delete it',
    no: 'Keep it',
  },
}

const zh: typeof en = {
  title: '访客账号',
  said: {
    saved: '已保存，即刻生效。',
    removed: '已删除。对话内容保留，但不再属于任何人。',
  },
  lead: '拥有自己账号的访客。他们在 /me 登录并查看自己的全部对话；这里无法看到他们的密码。',
  setting: '是否允许访客注册账号？',
  settingHint:
    '关闭时，/register 和 /me 不可用，访客照常咨询；已有账号会保留，重新开启后可继续使用。已设置邮件（SMTP_URL）时，新账号需通过邮件链接开通；未设置时，不验证邮箱归属。',
  columns: {
    name: '姓名',
    email: '邮箱',
    state: '状态',
    created: '注册时间',
    seen: '最近登录',
  },
  states: { open: '已开通', proven: '已开通，邮箱已验证', waits: '等待邮件确认' },
  search: '邮箱开头',
  empty: '还没有访客账号',
  emptyHint: '允许访客注册后，注册的访客会显示在这里。',
  visitor: '该访客的资料',
  about: '账号',
  remove: '删除此账号',
  removeHint:
    '用于访客提出要求但无法自行操作时。姓名和邮箱会被清除，进行中的对话会结束，对话内容保留但不再显示属于谁。',
  removeAsk: '删除',
  removing: {
    title: (name) => `要删除 ${name} 的账号吗？`,
    hint: '立即删除，无法恢复。',
    yes: '删除',
    no: '保留',
  },
}

/** Accounts of visitors, as the office has them. */
export const customersOffice = { en, zh }
