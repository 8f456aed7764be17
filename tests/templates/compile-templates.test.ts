// What the template compiler refuses, and what a compiled template does with a view that lacks something.
import { describe, expect, it } from 'vitest';
import { compileTemplate, guardXml } from '../../scripts/compile-templates.ts';
import { generatedFiles, isFresh } from '../../scripts/generators.ts';
import * as digest from '../../templates/generated/digest-mail.ts';
import * as report from '../../templates/generated/report-mail.ts';
import { helpers } from '../../templates/helpers.ts';
import { template } from '../../templates/render.ts';
import { composeReportMail } from '../../templates/report-mail/compose.ts';
import { sampleContent } from './sample-content.ts';

describe('the template compiler', () => {
  it.each(['{{{name}}}', '{{&name}}', '{{~& name}}'])('refuses %s, which prints unescaped', (source) => {
    expect(() => compileTemplate(source, 'x/body.hbs', false)).toThrow('x/body.hbs');
  });
  it.each(['{{shout name}}', '{{#shout name}}a{{/shout}}'])('refuses the unknown helper in %s', (source) => {
    expect(() => compileTemplate(source, 'x/body.hbs', false)).toThrow('shout');
  });
  it('refuses a construct it cannot give types to', () => {
    expect(() => compileTemplate('{{#each a}}{{../b}}{{/each}}', 'x/body.hbs', false)).toThrow('x/body.hbs');
  });
  it.each(['<w:t>{{text}}</w:t>', '<v>{{number value}}</v>', '{{#if a}}{{~a}}{{/if}}'])(
    'refuses in a part of a document what %s prints unguarded',
    (source) => {
      expect(() => guardXml(source, 'x/part.xml.hbs')).toThrow('x/part.xml.hbs');
    },
  );
  it('takes a part of a document that guards all it prints', () => {
    expect(() => guardXml('{{!-- why --}}{{#each a}}{{#if b}}{{xml c}}{{else}}{{xml d}}{{/if}}{{/each}}', 'x/part.xml.hbs')).not.toThrow();
  });
  it('gives the same modules every time, and they are on disk', () => {
    expect(generatedFiles()).toEqual(generatedFiles());
    expect(generatedFiles().filter((file) => !file.committed && !isFresh(file))).toEqual([]);
  });
  it('writes modules without any, for the sheet to bundle', () => {
    for (const { content, path } of generatedFiles())
      if (path.endsWith('.ts')) expect(content).not.toMatch(/\bany\b|@ts-|from 'handlebars'/);
  });
});

describe('a compiled template', () => {
  it.each([report, digest].flatMap(({ subject, body, text }) => [subject, body, text]))('throws instead of printing a gap', (spec) => {
    expect(() => template<object>(spec)({})).toThrow();
  });
  it.each<[string, (...input: unknown[]) => string, unknown[]]>([
    ['viDate', helpers.viDate, [undefined]],
    ['viDate', helpers.viDate, ['31/12/2024']],
    ['number', helpers.number, [undefined]],
    ['number', helpers.number, [Number.NaN]],
    ['percent', helpers.percent, [50, undefined]],
    ['bounds', helpers.bounds, [1, undefined]],
    ['xml', helpers.xml, [undefined]],
  ])('throws where helper %s is given what it cannot format', (name, helper, input) => {
    expect(() => helper(...input)).toThrow(name);
  });
  it('formats through its helpers', () => {
    expect([helpers.viDate('2024-12-14'), helpers.number(1234567), helpers.percent(61.45, 1), helpers.bounds(60, 64)]).toEqual([
      '14/12/2024',
      '1.234.567',
      '61,5%',
      'từ 60 đến 64',
    ]);
  });
  it('escapes what people typed, in HTML only', () => {
    const hostile = { ...sampleContent, issuer: 'UBND <b>"xã" & Quy Kỳ</b>', unit: { ...sampleContent.unit, name: 'xã A & B <i>' } };
    const mail = composeReportMail(hostile);
    expect(mail.html).not.toContain('<b>"xã"');
    expect(mail.html).toContain('UBND &lt;b&gt;&quot;xã&quot; &amp; Quy Kỳ&lt;/b&gt;');
    expect(mail.text).toContain('UBND <b>"xã" & Quy Kỳ</b>');
    expect(mail.subject).toContain('Xã A & B <i>');
  });
});
