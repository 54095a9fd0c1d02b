using System.Text.Json.Serialization;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;

[JsonSerializable(typeof(CustomerHistory))]
[JsonSerializable(typeof(CustomerEvent))]
[JsonSerializable(typeof(CustomerFacts))]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(OutreachDecision))]
[JsonSerializable(typeof(Reason))]
[JsonSerializable(typeof(Answer<Money>), TypeInfoPropertyName = "AnswerMoney")]
[JsonSerializable(typeof(StageAssessment))]
[JsonSerializable(typeof(StageJourney))]
[JsonSerializable(typeof(SegmentRule))]
[JsonSerializable(typeof(SegmentSet))]
[JsonSerializable(typeof(ReferralFact))]
[JsonSerializable(typeof(ReferralLedger))]
internal sealed partial class HostJson : JsonSerializerContext;
