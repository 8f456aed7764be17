// Google's globals, put into the world of one run.
import { advancedService } from './advanced.ts';
import { eventOf } from './events.ts';
import { htmlService } from './html-service.ts';
import type { Running } from './running.ts';
import { scriptApp } from './script-app.ts';
import { consoleOf, lockService, logger, propertiesService, session } from './small-services.ts';
import { spreadsheetApp } from './spreadsheet-app.ts';
import { uiOf } from './ui.ts';
import { urlFetchApp } from './url-fetch-app.ts';
import { utilities } from './utilities.ts';

/** Defines every service; gives the event for a triggered function. */
export function defineGlobals(running: Running): unknown {
  const { realm, job } = running;
  const html = htmlService(running);
  const { app, bound } = spreadsheetApp(running, uiOf(running, html.htmlOf));
  const script = scriptApp(running);
  const services: Readonly<Record<string, unknown>> = {
    SpreadsheetApp: app,
    HtmlService: html.service,
    ScriptApp: script.app,
    LockService: lockService(running),
    PropertiesService: propertiesService(running),
    Session: session(running),
    Utilities: utilities(running),
    UrlFetchApp: urlFetchApp(running),
    Logger: logger(running),
    console: consoleOf(running),
  };
  for (const [name, service] of Object.entries(services)) realm.define(name, service);
  for (const { symbol, service } of job.advanced) {
    const advanced = advancedService(running, service);
    if (advanced !== undefined) realm.define(symbol, advanced);
  }
  return eventOf(running, bound, script.mode);
}
