import type { Language } from './language'

/** A sentence for each permission, in the order of the table: English, Chinese. */
const sentences: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  'workbench.use': ['Sign in to the workbench and be on duty', '登录工作台并上班'],
  'conversations.watch.department': [
    'See the conversations of their departments',
    '查看所属部门的会话',
  ],
  'conversations.watch.all': ['See the conversations of all departments', '查看所有部门的会话'],
  'conversations.reply': [
    'Answer visitors: who may not is given no conversations',
    '回复访客（没有此权限则不会分配会话）',
  ],
  'conversations.take': [
    'Take a conversation from the line or go on with an ended one',
    '从排队中接入会话，或继续已结束的会话',
  ],
  'conversations.answerOffer': ['Accept or decline what rings', '接入或拒绝待接入的会话'],
  'conversations.transfer': ['Hand over what they hold', '转接自己接待的会话'],
  'conversations.end': ['End what they hold', '结束自己接待的会话'],
  'conversations.note': ['Write notes that only colleagues see', '写仅同事可见的备注'],
  'conversations.tag': ['Put tags on conversations and take them off', '添加和移除会话标签'],
  'conversations.prioritize': ['Say how urgent a conversation is', '设置会话的优先级'],
  'conversations.snooze': ['Put a conversation off until later', '稍后处理会话'],
  'macros.run': ['Run macros, each act as far as they may do it', '运行宏（仅限其有权执行的操作）'],
  'conversations.merge': ['Make one conversation of two, or two of one', '合并或拆分会话'],
  'conversations.whisper': [
    'Whisper to the colleague who holds a conversation',
    '向接待会话的同事发送悄悄话',
  ],
  'conversations.lookIn': [
    'Read along unseen, which the audit tells',
    '旁听会话（会记入操作日志）',
  ],
  'conversations.assign': ['Give anybody’s conversation to somebody else', '转派任何人接待的会话'],
  'conversations.endAny': ['End a conversation that somebody else holds', '结束他人接待的会话'],
  'conversations.takeOver': [
    'Take a conversation from the colleague who holds it',
    '接管同事的会话',
  ],
  'conversations.bulk': [
    'Close, tag, assign or snooze many at once',
    '批量结束、标记、转派或稍后处理',
  ],
  'views.share': ['Keep saved lists for all colleagues', '保存所有同事可用的列表'],
  'visitors.edit': ['Correct what is known of a visitor', '修改访客资料'],
  'visitors.invite': ['Invite somebody on the site to chat', '邀请网站访客对话'],
  'visitors.block': ['Keep visitors and networks out', '屏蔽访客和网段'],
  'canned.write': ['Keep canned replies of their own', '管理自己的快捷回复'],
  'office.use': ['Open the office', '打开管理后台'],
  'canned.manage': ['Canned replies of departments and of everybody', '管理部门和全员的快捷回复'],
  'tags.manage': ['The list of tags', '管理标签'],
  'knowledge.manage': ['Articles that visitors read', '管理访客阅读的文章'],
  'reports.read': ['The figures of a time', '查看统计报表'],
  'ratings.read': ['What visitors said of their conversations', '查看满意度评价'],
  'board.read': ['The board of what goes on now', '查看实时看板'],
  'departments.manage': ['Departments, their settings and hours', '管理部门、设置和服务时间'],
  'agents.manage': [
    'Who answers: names, departments, conversations at a time',
    '管理人员的名称、部门和接待上限',
  ],
  'visitors.manage': ['All visitors: import them, make two one', '管理全部访客：导入、合并'],
  'accounts.manage': [
    'Who may sign in and as what (with “Who answers”)',
    '管理账号和角色分配（需同时拥有上一项）',
  ],
  'roles.manage': ['Roles: what each allows, and who may what', '管理角色，查看谁有哪些权限'],
  'owners.manage': [
    'Make owners and change them, and add sign-in services; only owners have it',
    '添加和修改所有者、管理登录服务（仅所有者拥有）',
  ],
  'rules.manage': [
    'Routing, promises of time, automation and macros',
    '管理分配规则、时限、自动化和宏',
  ],
  'forms.manage': ['What is asked before a chat begins', '管理对话前的表单'],
  'texts.manage': ['The words that visitors read', '管理访客看到的文案'],
  'sites.manage': ['Which sites may hold the chat, and how it looks there', '管理嵌入网站和外观'],
  'files.manage': ['Files that were sent', '管理已发送的文件'],
  'bot.manage': ['What the bot knows and when it answers', '管理机器人'],
  'privacy.manage': [
    'Erase people, and say how long things are kept',
    '管理隐私：删除个人数据和保留期限',
  ],
  'privacy.reveal': ['Read numbers that are masked', '查看被遮盖的号码'],
  'settings.manage': ['Settings of the whole desk', '管理全局设置'],
  'audit.read': ['Who did what: the audit', '查看操作日志'],
  'system.read': ['How the program is', '查看系统状态'],
}

const nth = { en: 0, zh: 1 } as const

/** What a permission lets somebody do; its name, where nobody has said it yet. */
export const permissionWords = (permission: string, language: Language): string =>
  sentences[permission]?.[nth[language]] ?? permission

export const saidPermissions: readonly string[] = Object.keys(sentences)
