import { plural } from './en/times'

const en = {
  title: 'People',
  said: {
    invited: 'Invited. Give them the link below.',
    saved: 'Saved.',
    linked: 'Here is the link. It is shown this once.',
    password: 'The password was set, and they are signed out everywhere.',
    disabled: 'Disabled. They are off the desk.',
    enabled: 'Enabled. They can sign in again.',
    removed: 'Removed. What they wrote stays under their name.',
    ended: 'Signed out there.',
  },
  count: (n: number) => plural(n, 'person', 'people'),
  searches: 'Name or e-mail',
  columns: {
    name: 'Person',
    email: 'E-mail',
    role: 'Role',
    departments: 'Departments',
    status: 'Now',
    load: 'Holds',
    capacity: 'At most',
    seen: 'Last seen',
  },
  never: 'Not yet',
  statuses: { disabled: 'Disabled', invited: 'Invited' },
  looksOn: 'looks on',
  loadOf: (load: number, capacity: number) => `${load} of ${capacity}`,
  empty: 'No people yet',
  emptyHint: 'Who answers visitors or keeps the desk is listed here, once you invite them.',
  invite: 'Invite somebody',
  inviteHint:
    'They get a link by which they set a password of their own. It opens once, within seven days.',
  inviteDo: 'Make the account',
  name: 'Name',
  nameHint: 'Visitors and colleagues read it.',
  email: 'E-mail',
  emailHint: 'They sign in with it.',
  role: 'Role',
  roleHint: 'What they may do. You can give the roles that allow no more than yours.',
  departments: 'Departments',
  departmentsHint: 'Whose visitors come to them. At least one.',
  settings: {
    capacity: {
      label: 'Conversations at a time',
      hint: 'A lower number takes nothing away: it only stops new ones.',
    },
    mayReply: {
      label: 'Answers visitors',
      hint: 'Who does not is given no conversations, and only looks on.',
    },
    wrapUp: {
      label: 'Rest after each conversation',
      hint: 'Nothing new comes meanwhile. Like 30s, 2m; 0s for none.',
    },
    undo: {
      label: 'A message can be called back for',
      hint: 'So long it waits before it goes. Like 5s; 0s for none.',
    },
  },
  details: 'Details',
  detailsHint: 'Changes hold at once, on pages that are open too.',
  above:
    'They may more than you, so nothing can be changed here. Ask somebody with their permissions.',
  accountOnly: 'Address and role are changed by whoever may manage accounts.',
  signIn: 'Signing in',
  signInHint: (isInvited: boolean): string =>
    isInvited
      ? 'They have not set a password yet. A new link ends those made before.'
      : 'By a link they set another password themself, once, within seven days. Until then the old one holds.',
  link: 'Link to set a password',
  linkHint: (name: string) =>
    `Give it to ${name} on a way that nobody else reads. Whoever opens it first can sign in as them.`,
  linkDo: 'Make a link',
  until: 'Opens until',
  password: 'New password',
  passwordHint:
    'Leave it empty, and one is made and shown once. They are signed out everywhere by it.',
  passwordDo: 'Set password',
  fresh: (name: string) => `The new password of ${name}`,
  freshHint: 'It is shown this once. Tell them to change it.',
  yourself: 'This is you. Your name, picture and password are on your own page.',
  toYourself: 'Your page',
  sessions: 'Signed in',
  sessionsNone: 'Signed in nowhere.',
  sessionsHint: 'Sessions end by themselves after 12 hours without use, and after a week.',
  unknownBrowser: 'Unknown browser',
  since: 'since',
  lastSeen: 'last seen',
  thisOne: 'this one',
  endOne: 'Sign out',
  endAll: 'Sign out everywhere',
  endOthers: 'Sign out everywhere else',
  disable: 'Disable this account',
  disableHint: (load: number) =>
    `They are signed out and off the desk. ${goesBack(load)} Their settings stay for when you enable them again.`,
  disableAsk: 'Disable…',
  disabling: {
    title: (name: string) => `Disable the account of ${name}?`,
    yes: 'Disable it',
    no: 'Keep it',
  },
  isDisabled: 'This account is disabled',
  isDisabledHint: 'They come back with their password, departments and settings, off duty.',
  enable: 'Enable again',
  remove: 'Remove this account',
  removeHint:
    'They leave the desk for good. What they wrote stays under their name, and so does who they helped.',
  removeAsk: 'Remove…',
  removing: {
    title: (name: string) => `Remove the account of ${name}?`,
    hint: (load: number) =>
      `${goesBack(load)} What they wrote stays under their name. Their address is free for another account.`,
    yes: 'Remove it',
    no: 'Keep it',
  },
  invitation: {
    title: 'Set your password',
    lead: (name: string, email: string) => `${name}, you sign in as ${email} from now on.`,
    submit: 'Set password and sign in',
    over: 'This link does not open any more',
    signIn: 'To the sign-in page',
  },
}

function goesBack(load: number): string {
  if (load === 0) return 'They hold no conversation now.'
  return load === 1
    ? 'The conversation they hold goes back to the line.'
    : `The ${load} conversations they hold go back to the line.`
}

const zh: typeof en = {
  title: '人员',
  said: {
    invited: '已邀请，请把下方链接交给对方。',
    saved: '已保存。',
    linked: '链接如下，仅显示这一次。',
    password: '密码已设置，对方已在所有设备上退出登录。',
    disabled: '已停用，对方已下班。',
    enabled: '已启用，对方可以重新登录。',
    removed: '已删除，其发送过的内容仍以其名义保留。',
    ended: '已退出该处的登录。',
  },
  count: (n) => `共 ${n} 人`,
  searches: '姓名或邮箱',
  columns: {
    name: '人员',
    email: '邮箱',
    role: '角色',
    departments: '部门',
    status: '当前状态',
    load: '接待中',
    capacity: '接待上限',
    seen: '最近在线',
  },
  never: '尚未登录',
  statuses: { disabled: '已停用', invited: '已邀请' },
  looksOn: '仅查看',
  loadOf: (load, capacity) => `${load} / ${capacity}`,
  empty: '还没有人员',
  emptyHint: '邀请后，接待访客或管理客服系统的人员会显示在这里。',
  invite: '邀请人员',
  inviteHint: '对方会得到一个链接，用来自行设置密码。链接 7 天内有效，只能使用一次。',
  inviteDo: '创建账号',
  name: '名称',
  nameHint: '访客和同事都会看到。',
  email: '邮箱',
  emailHint: '用于登录。',
  role: '角色',
  roleHint: '决定其权限。您只能授予不超过自己权限的角色。',
  departments: '部门',
  departmentsHint: '接待哪些部门的访客，至少选一个。',
  settings: {
    capacity: { label: '同时接待上限', hint: '调低不会移走现有会话，只是不再分配新的。' },
    mayReply: { label: '接待访客', hint: '选“否”则不会分配会话，只能查看。' },
    wrapUp: {
      label: '会话后整理时间',
      hint: '期间不分配新会话。例如 30s、2m；0s 表示不需要。',
    },
    undo: { label: '消息撤回时间', hint: '消息先等待这么久再发出。例如 5s；0s 表示立即发送。' },
  },
  details: '资料',
  detailsHint: '修改立即生效，已打开的页面也一样。',
  above: '对方的权限比您高，因此不能在此修改。请联系拥有相应权限的人。',
  accountOnly: '邮箱和角色由能管理账号的人修改。',
  signIn: '登录',
  signInHint: (isInvited) =>
    isInvited
      ? '对方尚未设置密码。生成新链接后，之前的链接失效。'
      : '对方可通过链接自行设置新密码，7 天内有效，只能使用一次。在此之前旧密码仍然有效。',
  link: '设置密码的链接',
  linkHint: (name) => `请通过他人看不到的方式交给${name}。最先打开链接的人可以其身份登录。`,
  linkDo: '生成链接',
  until: '有效期至',
  password: '新密码',
  passwordHint: '留空则自动生成并显示一次。设置后对方会在所有设备上退出登录。',
  passwordDo: '设置密码',
  fresh: (name) => `${name}的新密码`,
  freshHint: '仅显示这一次，请提醒对方修改。',
  yourself: '这是您自己的账号。名称、头像和密码请在“我的”页面修改。',
  toYourself: '前往“我的”',
  sessions: '登录记录',
  sessionsNone: '目前没有登录。',
  sessionsHint: '12 小时未使用或登录满一周后自动退出。',
  unknownBrowser: '未知浏览器',
  since: '登录于',
  lastSeen: '最近使用',
  thisOne: '本设备',
  endOne: '退出登录',
  endAll: '退出所有登录',
  endOthers: '退出其他所有登录',
  disable: '停用账号',
  disableHint: (load) =>
    `对方将退出登录并下班。${load === 0 ? '目前没有接待中的会话。' : `接待中的 ${load} 个会话会重新排队。`}重新启用后设置保持不变。`,
  disableAsk: '停用…',
  disabling: { title: (name) => `要停用${name}的账号吗？`, yes: '停用', no: '保留' },
  isDisabled: '此账号已停用',
  isDisabledHint: '启用后，密码、部门和设置保持不变，状态为下班。',
  enable: '重新启用',
  remove: '删除账号',
  removeHint: '对方将永久离开客服系统。其发送过的内容和接待记录仍以其名义保留。',
  removeAsk: '删除…',
  removing: {
    title: (name) => `要删除${name}的账号吗？`,
    hint: (load) =>
      `${load === 0 ? '目前没有接待中的会话。' : `接待中的 ${load} 个会话会重新排队。`}其发送过的内容仍以其名义保留，邮箱可用于新账号。`,
    yes: '删除',
    no: '保留',
  },
  invitation: {
    title: '设置密码',
    lead: (name, email) => `${name}，您今后使用 ${email} 登录。`,
    submit: '设置密码并登录',
    over: '此链接已失效',
    signIn: '前往登录页面',
  },
}

/** Of colleagues, their accounts and how they sign in. */
export const people = { en, zh }
