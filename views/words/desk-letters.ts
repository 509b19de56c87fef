const en = {
  invitation: {
    subject: 'You are invited to answer here',
    lead: (email: string) => `you have an account at this desk. You sign in as ${email}.`,
    go: 'Set your password',
    holds: 'The link works once and for seven days.',
    why: 'You get this mail because an admin of the desk invited you. If you do not know of it, do nothing.',
  },
  reset: {
    subject: 'Set a new password',
    lead: 'somebody asked for a new password for your account at this desk.',
    go: 'Set a new password',
    holds: 'The link works once and for 30 minutes. Until then your password stays as it is.',
    why: 'If it was not you, do nothing: without the link nobody can change your password.',
  },
  left: {
    subject: (name: string, department: string) => `${name} left a message (${department})`,
    lead: (name: string, department: string) =>
      `${name} wrote to ${department} while nobody was there:`,
    reached: (email: string) => `An answer reaches them by mail too: ${email}`,
    go: 'Open it on the workbench',
    why: 'You get this mail because your desk sends messages that are left to this address. Please answer on the workbench.',
  },
  report: {
    subject: (name: string, from: string, to: string) => `${name}: ${from} to ${to}`,
    lead: (name: string, from: string, to: string) =>
      `This is the report “${name}” from ${from} to ${to}. The whole table comes with this mail.`,
    go: 'Open the report',
    zone: (zone: string) => `Days are those of the desk’s clocks (${zone}).`,
    why: 'You get this mail because you asked for it on the page of the report. There you also stop it.',
  },
  trial: {
    subject: 'Mail from your desk arrives',
    lead: (desk: string) => `This mail was sent from the office of ${desk} to see that it arrives.`,
    why: 'It was sent once, by a press of a button.',
  },
}

const zh: typeof en = {
  invitation: {
    subject: '邀请您加入客服团队',
    lead: (email) => `您在本客服系统已有账号，登录邮箱为 ${email}。`,
    go: '设置密码',
    holds: '链接七天内有效，只能使用一次。',
    why: '管理员邀请了您，因此您收到本邮件。如与您无关，请忽略。',
  },
  reset: {
    subject: '重置密码',
    lead: '有人申请重置您在本客服系统的密码。',
    go: '设置新密码',
    holds: '链接 30 分钟内有效，只能使用一次。在此之前，您的密码保持不变。',
    why: '如果不是您本人操作，请忽略此邮件：没有该链接，任何人都无法更改您的密码。',
  },
  left: {
    subject: (name, department) => `${name} 给${department}留言了`,
    lead: (name, department) => `${name} 在无人接待时给${department}留了言：`,
    reached: (email) => `也可通过邮箱联系对方：${email}`,
    go: '在工作台中打开',
    why: '您的客服系统将留言发送到此邮箱，因此您收到本邮件。请在工作台中回复。',
  },
  report: {
    subject: (name, from, to) => `${name}：${from} 至 ${to}`,
    lead: (name, from, to) => `以下是 ${from} 至 ${to} 的统计报表“${name}”，完整表格见附件。`,
    go: '打开报表',
    zone: (zone) => `日期按客服系统的时区（${zone}）计算。`,
    why: '您在报表页面订阅了此邮件，因此收到本邮件；也可在该页面取消订阅。',
  },
  trial: {
    subject: '邮件发送正常',
    lead: (desk) => `这是从“${desk}”的管理后台发出的测试邮件。`,
    why: '此邮件由管理员手动发送，仅此一封。',
  },
}

/** Mail to who answers here. */
export const deskLetters = { en, zh }
