import Testing

@testable import Marketplaces

@Suite("Signatures")
struct SignatureTests {
    private static let shopeeKey = "57615053704d6470644f554a78656d50484143644964436a5568777544524579"

    @Test("Shopee’s requests and pushes are signed as its guides say")
    func shopee() {
        let token = "59777174636562737266615546704c6d"
        func sign(_ path: String, _ shop: String?) -> String {
            ShopeeSignature.request(
                partner: 2_001_887, key: Self.shopeeKey, path: path, timestamp: 1_655_714_431, access: shop.map { (token, $0) })
        }
        #expect(sign("/api/v2/shop/get_shop_info", "14701711") == "b914bea03c13799deb036bb9d10e689f5a6bade160c44af568646f1ef7d796c1")
        #expect(sign("/api/v2/public/get_shops_by_partner", nil) == "60ab8c4a535009ab33b8a0029ee18a667ef6eaeb16481ed3d573a5059122d4df")
        #expect(
            ShopeeSignature.request(
                partner: 123_456, key: "test_partner_key", path: "/api/v2/order/get_order_list", timestamp: 1_710_000_000,
                access: ("token_value", "654321")) == "174af5342b881750dad12a896dffa27da126f1e58a9eb99b12e59a06c288735c")
        let body = Array(#"{"shop_id":123,"code":1}"#.utf8)
        let signature = "5f2ca9f6c64e58aa5af5d28ae9e62a49363df59072cdc501232e444720923f89"
        #expect(ShopeeSignature.push(url: "https://example.com/shopee/push", body: body, key: Self.shopeeKey) == signature)
    }

    @Test("TikTok Shop’s requests and pushes are signed as its guide says")
    func tikTokShop() {
        #expect(
            TikTokShopSignature.request(
                secret: "e59af819cc", path: "/authorization/202309/shops",
                query: ["app_key": "29a39d", "timestamp": "1623812664", "sign": "x", "access_token": "y"])
                == "b596b73e0cc6de07ac26f036364178ab16b0a907af13d43f0a0cd2345f582dc8")
        #expect(
            TikTokShopSignature.request(secret: "app_secret", path: "/test-api", query: ["foo": "bar"])
                == "d3cb7fe11ecae942802ceeca67e7cf10120cc12f1517d45fbc1c8cfe5413c80f")
        let body = #"{"address":"https://partner.tiktokshop.com","event_type":"PACKAGE_UPDATE"}"#
        #expect(
            TikTokShopSignature.request(
                secret: "e59af819cc", path: "/event/202309/webhooks",
                query: ["app_key": "68xu9ks5p4i8", "shop_cipher": "ROW_xkMbgAAAeVAQra0eZWebFQq5aIKt", "timestamp": "1696909648"],
                body: Array(body.utf8)) == "a75b9c8cd57140cab6dc95bf31c37bd6ffface74210768b6517c0ff81659b0ba")
        #expect(
            TikTokShopSignature.push(application: "abcdef", secret: "123", body: Array(Self.tikTokPush.utf8))
                == "5dec0f11ec2f6783b8deee53c9ffbf8d024302f7c7e7fa55a35d17629031ac05")
    }

    private static let tikTokPush =
        #"{"type":1,"tts_notification_id":"7380066284010030890","shop_id":"7495540735365777507","timestamp":1718305585,"data":{"is_on_hold_order":true,"order_id":"576653688135258178","order_status":"UNPAID","update_time":1718305585}}"#

    @Test("Blibli’s requests and pushes are signed as its client for Java does")
    func blibli() {
        func sign(_ method: String, _ path: String, _ body: String?) -> String {
            BlibliSignature.request(
                key: "12345678", method: method, path: path, body: body.map { Array($0.utf8) }, milliseconds: 1_700_000_000_000)
        }
        #expect(
            sign("POST", "/seller/v1/orders/regular/PKG-1/fulfill", #"{"awbNo":"123456"}"#)
                == "zRG3Gdehn8ZAYpXFqd2JxCelZE8lg6dWmceghMbEBdQ=")
        #expect(
            sign("GET", "/mtaapi/api/businesspartner/v1/order/orderDetail", nil) == "69MFnYzD+UKrDZeSdr7ABE89sAd9nPoRZpoE3xKapqo=")
        #expect(
            sign("POST", "/mta/api/businesspartner/v1/order/fulfillRegular", #"{"awbNo":"123456"}"#)
                == "T42b5gwDVR2Ansp1dLTBGDMm8Jo4ZmVomE+12RXP7qs=")
        #expect(BlibliSignature.date(1_537_149_303_000) == "Mon Sep 17 08:55:03 WIB 2018")
    }

    @Test("GoFood’s pushes are signed over their body")
    func goFood() {
        let body =
            #"{"header":{"event_name":"gofood.order.created","event_id":"1b4e28ba-2fa1-11d2-883f-0016d3cca427","version":1,"timestamp":"2026-01-15T10:00:00+07:00"},"body":{"order":{"order_number":"F-123456789"}}}"#
        let secret = "fd5cdbf52d6dbd880277b8160a0880cbe35cc8f8d62798dddf63a7abbf15c5ba"
        #expect(
            GoFoodSignature.push(secret: secret, body: Array(body.utf8))
                == "e7c63fca0b2c9b116b5901c51de30610c04896343f804ccac005c285d6e30f45")
    }

    @Test("a push is believed only with its signature, of its size and of its time")
    func believed() throws {
        let body = Array(Self.tikTokPush.utf8)
        func read(_ body: [UInt8], _ signature: String?, now: Int64 = 1_718_305_600) throws -> PushHint {
            try TikTokShopPush.read(body, authorization: signature, application: "abcdef", secret: "123", now: now)
        }
        let signature = TikTokShopSignature.push(application: "abcdef", secret: "123", body: body)
        let hint = try read(body, signature)
        #expect(
            hint
                == PushHint(
                    kind: .order, shop: "7495540735365777507", reference: "576653688135258178", key: "7380066284010030890",
                    updated: 1_718_305_585))
        #expect(throws: PushFailure.signatureMissing) { try read(body, nil) }
        #expect(throws: PushFailure.signatureWrong) { try read(body, String(signature.dropLast()) + "0") }
        #expect(throws: PushFailure.signatureWrong) { try read(body + [0x20], signature) }
        #expect(throws: PushFailure.tooLarge) { try read(Array(repeating: 0x20, count: 50 << 20), signature) }
        #expect(throws: PushFailure.stale(seconds: 31_536_000)) { try read(body, signature, now: 1_718_305_585 + 31_536_000) }
        let broken = Array("<html>".utf8)
        #expect(throws: PushFailure.unreadable) {
            try read(broken, TikTokShopSignature.push(application: "abcdef", secret: "123", body: broken))
        }
    }

    @Test("a GoFood order is read with nulls and exponents in it")
    func goFoodOrder() throws {
        let body = Array(
            #"""
            {"header":{"event_name":"gofood.order.awaiting_merchant_acceptance","event_id":"e1","version":1,"timestamp":"2026-11-27T10:00:00+07:00"},
             "body":{"customer":null,"outlet":{"id":"G123","external_outlet_id":null},"order":{"status":"AWAITING_MERCHANT_ACCEPTANCE",
             "order_number":"F-1","order_total":6.0e4,"currency":"IDR","created_at":null,"order_items":[{"id":"u1","external_id":"NASI",
             "name":"Nasi","quantity":2,"price":3.0e4,"notes":null,"variants":null}]}}}
            """#.utf8)
        let hint = try GoFoodPush.read(body, signature: GoFoodSignature.push(secret: "k", body: body), secret: "k", now: 1_795_748_500)
        let order = try #require(hint.order)
        #expect(hint.shop == "G123" && order.state == .paid && order.total == 60_000)
        #expect(
            order.lines == [
                ChannelOrderLine(reference: "0", product: "NASI", variant: "NASI", sku: "NASI", title: "Nasi", quantity: 2, price: 30_000)
            ])
        #expect(order.updated == 1_795_748_400)
    }

    @Test("Shopee’s pushes hint at orders, listings and connections; a code that nobody knows is told as such")
    func shopeeHints() throws {
        func kind(_ json: String) throws -> PushHint {
            let body = Array(json.utf8)
            return try ShopeePush.read(
                body, authorization: ShopeeSignature.push(url: "https://x/push", body: body, key: "k"), url: "https://x/push", key: "k",
                now: 1_660_123_200)
        }
        let order = try kind(
            #"{"code":3,"shop_id":727720655,"timestamp":1660123127,"data":{"ordersn":"220810QSK8S7BX","status":"PROCESSED","update_time":1660123127}}"#
        )
        #expect(order.kind == .order && order.reference == "220810QSK8S7BX" && order.shop == "727720655" && order.updated == 1_660_123_127)
        #expect(try kind(#"{"code":0,"data":{"verify_info":"x"}}"#).kind == .trial)
        #expect(try kind(#"{"code":2,"shop_id":"5"}"#).kind == .disconnected)
        #expect(try kind(#"{"code":99}"#).kind == .other)
        #expect(throws: PushFailure.unreadable) { try kind(#"{"code":3,"data":null}"#) }
    }
}
