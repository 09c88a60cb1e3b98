/** Which folder may import which, each rule with its reason. The walk: src/core/respond.ts. */
import swc from '@swc/core';

// The last dependency-cruiser for Node 20 never tells its parser that a .tsx file holds markup (its issue 1081).
const parseFileSync = swc.parseFileSync;
swc.parseFileSync = (path, how) => parseFileSync(path, { ...how, tsx: path.endsWith('.tsx') });

const core = '^src/core/';
const stations = ['language', 'search', 'diagnosis', 'dialogue'];

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    rule(
      'no-circles',
      'A circle means that two modules are one, or that one of them sits in the wrong place.',
      {},
      { circular: true },
    ),
    rule(
      'no-orphans',
      'A module that nobody imports is dead, unless it is a program of its own.',
      {
        orphan: true,
        pathNot: '(bin|main|author-schemas|train-models)\\.ts$|\\.d\\.ts$|^src/(web/)?bundle\\.mjs$',
      },
      {},
    ),
    rule(
      'core-is-pure',
      'The core has no clock, no randomness and no I/O: what it says follows from its arguments alone.',
      { path: core },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'core-knows-no-edge',
      'The core is called by the edge and never calls it.',
      { path: core },
      { path: '^src/', pathNot: core },
    ),
    rule(
      'core-packages',
      'Beyond its three engines the core needs only the schema library.',
      { path: core },
      {
        dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'],
        pathNot: '^node_modules/(zod|yaml|lunr|@types/lunr|natural)/',
      },
    ),
    rule(
      'conversation-knows-the-model-alone',
      'The words of a conversation are below every station.',
      { path: '^src/core/conversation(\\.ts$|/)' },
      { path: core, pathNot: '^src/core/(knowledge/model\\.ts$|conversation/)' },
    ),
    rule(
      'knowledge-stands-alone',
      'Knowledge is data: reading and checking it needs no station, only the one speller.',
      { path: '^src/core/knowledge/' },
      { path: core, pathNot: '^src/core/(knowledge/|language/spelling\\.ts$)' },
    ),
    ...stations.map((station) =>
      rule(
        `${station}-stands-alone`,
        'Stations meet in respond.ts only, so that each can be replaced alone.',
        { path: `^src/core/${station}/` },
        {
          path: core,
          pathNot: [
            `^src/core/${station}/`,
            '^src/core/conversation\\.ts$',
            '^src/core/knowledge/model\\.ts$',
            '^src/core/classifier/',
            ...(station === 'search' ? ['^src/core/language/(words|stems)\\.ts$'] : []),
            ...(station === 'dialogue' ? ['^src/core/diagnosis/types\\.ts$'] : []),
          ],
        },
      ),
    ),
    rule(
      'classifier-stands-alone',
      'One kind of model reads for every station; of them it needs words, stems and spelling alone.',
      { path: '^src/core/classifier/' },
      {
        path: core,
        pathNot: ['^src/core/classifier/', '^src/core/language/(tokens|spelling|stems)\\.ts$'],
      },
    ),
    rule(
      'natural-in-language',
      'One file stems words for all.',
      { path: '^src/', pathNot: '^src/core/language/stems\\.ts$' },
      { path: '^node_modules/natural/' },
    ),
    rule(
      'natural-by-sub-path',
      'The root of natural opens files, prints and loads 1,270 modules.',
      { path: '^src/' },
      { path: '^node_modules/natural/lib/natural/index' },
    ),
    rule(
      'lunr-in-search',
      'One folder knows the search library, so that it can be replaced there.',
      { path: '^src/', pathNot: '^src/core/search/' },
      { path: '^node_modules/(@types/)?lunr/' },
    ),
    rule(
      'yaml-in-parse',
      'One folder knows the syntax of the knowledge base.',
      { path: '^src/', pathNot: '^src/core/knowledge/parse' },
      { path: '^node_modules/yaml/' },
    ),
    rule(
      'botbuilder-at-the-edge',
      'botbuilder is archived upstream: one folder to change when its successor comes.',
      { path: '^src/', pathNot: '^src/channels/bot-framework/' },
      { path: '^node_modules/(botbuilder|botframework)' },
    ),
    rule(
      'restify-in-server',
      'Channels give handlers; the server wires them.',
      { path: '^src/', pathNot: '^src/server/' },
      { path: '^node_modules/(@types/)?restify/' },
    ),
    rule(
      'bot-knows-core-and-ports',
      'The shell works with any channel, store and help desk.',
      { path: '^src/(bot|responder|turn-order|delivery|lane)\\.ts$' },
      { path: '^src/', pathNot: '^src/(core/|(ports|turn-order|delivery|lane)\\.ts$)' },
    ),
    rule(
      'ports-know-core-types',
      'A port says what the shell needs, in the words of the core.',
      { path: '^src/ports\\.ts$' },
      { path: '^src/', pathNot: '^src/core/' },
    ),
    rule(
      'edges-do-not-meet',
      'Channels, stores and escalation meet in main only; channels that speak activities share how one looks.',
      { path: '^src/(channels/[^/]+|storage|escalation)/' },
      { path: '^src/', pathNot: ['^src/$1/', '^src/channels/activity/', '^src/ports\\.ts$', '^src/core/'] },
    ),
    rule(
      'activity-format-stands-alone',
      'How a reply looks as a message must not depend on who sends it.',
      { path: '^src/channels/activity/' },
      { path: '^src/', pathNot: '^src/(channels/activity|core)/' },
    ),
    rule(
      'simulation-is-pure',
      'Simulated people talk to the core as the shell does; the same seed gives the same figures anywhere.',
      { path: '^src/simulate/' },
      { path: '^src/', pathNot: '^src/(simulate|core)/' },
    ),
    rule(
      'simulation-without-io',
      'A clock or a file would make two simulations of one base differ.',
      { path: '^src/simulate/' },
      { dependencyTypes: ['core', 'npm'] },
    ),
    rule(
      'workbench-knows-core-and-simulation',
      'What authors are told is the same in a terminal, in a test and in an editor.',
      { path: '^src/workbench/' },
      { path: '^src/', pathNot: '^src/(workbench|core|simulate)/' },
    ),
    rule(
      'workbench-without-io',
      'It is given the files of a knowledge base, and gives back what is to be said or written.',
      { path: '^src/workbench/' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'web-knows-types-of-the-core',
      'A browser gets replies as data; what makes them stays on the server. The bundle refuses all but types.',
      { path: '^src/web/' },
      { path: '^src/', pathNot: ['^src/web/', '^src/core/'] },
    ),
    rule(
      'nobody-imports-the-web',
      'Pages run in a browser and meet the bot over HTTP alone.',
      { path: '^src/', pathNot: '^src/web/' },
      { path: '^src/web/' },
    ),
    rule(
      'web-packages',
      'Every package here is loaded by every page.',
      { path: '^src/web/', pathNot: '^src/(web/)?bundle\\.mjs$' },
      {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'],
        pathNot: '^node_modules/preact/',
      },
    ),
    rule(
      'nobody-imports-the-wiring',
      'Wiring is where everything meets; whoever imports it knows everything.',
      { path: '^src/(core|channels|storage|escalation|workbench)/' },
      { path: '^src/(server|cli|main)' },
    ),
    rule(
      'no-development-packages',
      'What runs in production is a dependency; the bundle is made before.',
      { path: '^src/', pathNot: '^src/(web/)?bundle\\.mjs$' },
      { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/@types/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
